/** Work on data in memory: copies, comparisons, searches, tokens, encodings. */
import { estimated, measured } from "../cost.js";
import type { CataloguePackage, CatalogueRow } from "../row.js";

const record = "a record of some dozen fields";
const text = "a text of 1 KB";

/** Functions whose cost is that of their input. */
const overData = (member: string, cost: CatalogueRow["cost"] = estimated(0, record)): CatalogueRow => ({
  member,
  kind: "cpu",
  cost,
  offload: true,
  sizeDependent: true,
});

export const data: readonly CataloguePackage[] = [
  {
    module: "lodash",
    aliases: ["lodash-es"],
    rows: [overData("cloneDeep"), overData("merge"), overData("isEqual"), { member: "template", kind: "cpu", cost: measured(0.11, "a template of one line"), setup: { builds: "a template" }, note: "Compile once, at module scope." }],
  },
  { module: "lodash/cloneDeep", aliases: ["lodash.clonedeep", "lodash-es/cloneDeep", "lodash/cloneDeep.js"], rows: [overData("default")] },
  { module: "lodash/merge", aliases: ["lodash.merge", "lodash-es/merge", "lodash/merge.js"], rows: [overData("default")] },
  { module: "lodash/isEqual", aliases: ["lodash.isequal", "lodash-es/isEqual", "lodash/isEqual.js"], rows: [overData("default")] },
  { module: "fast-deep-equal", rows: [overData("default")] },
  {
    module: "diff",
    rows: [
      ...["diffChars", "diffWords", "diffWordsWithSpace", "diffLines", "diffSentences", "diffJson", "createPatch", "createTwoFilesPatch", "structuredPatch"].map(
        (member) => overData(member, estimated(1, text)),
      ),
    ],
  },
  { module: "fast-json-patch", rows: [overData("compare")] },
  {
    module: "jsondiffpatch",
    types: { DiffPatcher: { origins: ["create()", "new DiffPatcher"] } },
    rows: [overData("diff"), overData("DiffPatcher.diff")],
  },
  { module: "microdiff", rows: [overData("default")] },
  {
    module: "fuse.js",
    types: { Fuse: { origins: ["new default"] } },
    rows: [overData("new default", measured(1.1, "500 records of 320 bytes")), overData("Fuse.search", measured(1.3, "500 records of 320 bytes"))],
  },
  {
    module: "minisearch",
    types: { MiniSearch: { origins: ["new default"] } },
    rows: [
      overData("MiniSearch.addAll", measured(2.8, "500 records of 320 bytes")),
      { ...overData("MiniSearch.search", measured(0.3, "500 records of 320 bytes")) },
    ],
  },
  {
    module: "lunr",
    rows: [{ member: "default", kind: "cpu", cost: measured(9.4, "500 records of 320 bytes"), offload: true, note: "Build the index once." }],
  },
  {
    module: "iconv-lite",
    rows: [overData("encode", measured(0.034, "2 KB of text")), overData("decode", measured(0.061, "2 KB of text"))],
  },
  {
    module: "ajv",
    aliases: ["ajv/dist/2019", "ajv/dist/2020", "ajv/dist/jtd"],
    types: { Ajv: { origins: ["new default", "new Ajv", "default()"] } },
    rows: [
      ...["new default", "new Ajv"].map(
        (member): CatalogueRow => ({
          member,
          kind: "cpu",
          cost: measured(0.14),
          setup: { builds: "a validator's compiler", isQuick: true },
          note: "It remembers what it has compiled, for as long as it is kept.",
        }),
      ),
      {
        member: "Ajv.compile",
        kind: "cpu",
        cost: measured(1.5, "a schema of 15 properties; 1,500 properties take 19 s"),
        setup: { builds: "a validator" },
        note: "Compile each schema once, at module scope.",
      },
      { member: "Ajv.compileAsync", kind: "cpu", cost: measured(1.5, "a schema of 15 properties", 1.5), isFakeAsync: true, setup: { builds: "a validator" }, note: "Compile each schema once, at module scope." },
    ],
  },
  {
    module: "mathjs",
    rows: [overData("evaluate", measured(0.26, "5 terms")), overData("simplify", measured(4.3, "three terms")), overData("derivative", measured(4.1, "three terms"))],
  },
  {
    module: "js-tiktoken",
    types: { Tiktoken: { origins: ["getEncoding()", "encodingForModel()", "new Tiktoken"] } },
    rows: [
      { member: "getEncoding", kind: "cpu", cost: measured(774), setup: { builds: "an encoder" }, note: "Build the encoder once, at module scope." },
      { member: "encodingForModel", kind: "cpu", cost: measured(230), setup: { builds: "an encoder" }, note: "Build the encoder once, at module scope." },
      overData("Tiktoken.encode", measured(0.18, "2 KB; 300 KB take 1.3 s")),
      overData("Tiktoken.decode", measured(0.022, "2 KB of text")),
    ],
  },
  {
    module: "tiktoken",
    types: { Tiktoken: { origins: ["get_encoding()", "encoding_for_model()", "new Tiktoken"] } },
    rows: [
      { member: "get_encoding", kind: "cpu", cost: measured(46), setup: { builds: "an encoder" }, note: "Build the encoder once, at module scope." },
      { member: "encoding_for_model", kind: "cpu", cost: measured(52), setup: { builds: "an encoder" }, note: "Build the encoder once, at module scope." },
      overData("Tiktoken.encode", measured(0.57, "2 KB of text")),
      overData("Tiktoken.encode_ordinary", measured(0.33, "2 KB of text")),
    ],
  },
  {
    module: "gpt-tokenizer",
    rows: ["encode", "encodeChat", "isWithinTokenLimit", "countTokens"].map((member) => overData(member, estimated(1, "2 KB"))),
  },
  {
    module: "crypto-js",
    rows: [
      {
        member: "PBKDF2",
        kind: "cpu",
        cost: measured(66, "10,000 iterations"),
        twin: { module: "node:crypto", member: "pbkdf2", isCallback: true, note: "Its arguments and its result are others. It is native, in the thread pool." },
      },
      overData("AES.encrypt", measured(0.39, "2 KB of text")),
      overData("AES.decrypt", measured(0.32, "2 KB of text")),
      overData("SHA256", measured(0.084, "2 KB of text")),
      overData("SHA512", measured(0.37, "2 KB of text")),
      overData("MD5", measured(0.1, "2 KB of text")),
    ],
  },
  { module: "spark-md5", rows: [overData("hash", measured(0.024, "2 KB of text"))] },
  { module: "object-hash", rows: [overData("default"), overData("sha1"), overData("MD5")] },
];
