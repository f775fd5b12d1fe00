/** Copies, comparisons, searches, encodings, tokenisers and hashes of data. */
import { pbkdf2 } from "node:crypto";
import { promisify } from "node:util";

import { defaultOf, member } from "../member-call.js";
import { orders, text } from "../samples.js";
import { type Loaded, type Unmeasured, unmeasured, type Workload, type Workloads } from "../workload.js";

const oldName = (name: string): Unmeasured => unmeasured(`Another name of ${name}, which is measured.`);
const ofRecords: Pick<Workload, "sizes" | "typical" | "of"> = {
  sizes: [5, 50, 500],
  typical: 5,
  of: (records) => `${records.toLocaleString("en")} records of 320 bytes`,
};
const many: typeof ofRecords = { ...ofRecords, sizes: [50, 500, 5000], typical: 500 };
const ofText: Pick<Workload, "sizes" | "typical" | "of"> = {
  sizes: [2048, 20_480, 204_800],
  typical: 2048,
  of: (bytes) => `${String(bytes / 1024)} KB of text`,
};
const ofDifference: typeof ofText = {
  sizes: [1024, 4096, 16_384],
  typical: 4096,
  of: (bytes) => `two texts of ${String(bytes / 1024)} KB`,
};

/** The same records again, of which a few have changed. */
const changed = (records: number): readonly object[] =>
  orders(records).map((order, at) => (at % 10 === 0 ? { ...order, note: "changed" } : order));
const two = (records: number): readonly unknown[] => [orders(records), changed(records)];
const equal = (records: number): readonly unknown[] => [orders(records), orders(records)];
/** The same text, of which every tenth word is another. */
const otherText = (bytes: number): string =>
  text(bytes)
    .split(" ")
    .map((word, at) => (at % 10 === 0 ? `${word}s` : word))
    .join(" ");
const twoTexts = (bytes: number): readonly unknown[] => [text(bytes), otherText(bytes)];
const twoFiles = (bytes: number): readonly unknown[] => ["file.txt", text(bytes), otherText(bytes)];

/** A method of an instance that is made of the records. */
const onIndex = (make: (module: Loaded, records: number) => Loaded, run: (index: Loaded) => unknown): Workload => ({
  ...many,
  call: (module, records) => {
    const index: Loaded = make(module, records);
    return () => run(index);
  },
});
const fuse = (module: Loaded, records: number): Loaded =>
  new (defaultOf(module))(orders(records), { keys: ["customer.name", "note"] });
const minisearch = (module: Loaded, records: number): Loaded => {
  const index: Loaded = new (defaultOf(module))({ fields: ["note", "createdAt"] });
  index.addAll(orders(records));
  return index;
};

const schema = (properties: number): object => ({
  type: "object",
  properties: Object.fromEntries(
    Array.from({ length: properties }, (_, at) => [
      `p${String(at)}`,
      { type: "string", minLength: at % 5, format: undefined },
    ]),
  ),
  required: ["p0"],
});
const ofProperties: Pick<Workload, "sizes" | "typical" | "of"> = {
  sizes: [10, 100],
  typical: 10,
  of: (properties) => `a schema of ${String(properties)} properties`,
};
/** A schema that it has not seen: what it compiled it remembers. */
const ajv = (name: "compile" | "compileAsync"): Workload => ({
  ...ofProperties,
  call: (module, properties) => {
    const Ajv: Loaded = defaultOf(module);
    return () => new Ajv({ strict: false, loadSchema: () => ({}) })[name](schema(properties));
  },
});

const encoder = (name: string, run: (encoder: Loaded, bytes: number) => () => unknown): Workload => ({
  ...ofText,
  call: (module, bytes) => run(module[name]("cl100k_base"), bytes),
});
const freshEncoder = (name: string, argument: string): Workload => ({
  call: (module) => () => module[name](argument).encode("a"),
});

const encrypted: Workload = {
  ...ofText,
  call: (module, bytes) => {
    const given: string = module.AES.encrypt(text(bytes), "secret").toString();
    return () => module.AES.decrypt(given, "secret").toString();
  },
};
const cryptoJs = (name: string): Workload => member(name, (bytes) => [text(bytes)], ofText);

export const data: Workloads = {
  lodash: {
    rows: {
      cloneDeep: member("cloneDeep", (records) => [orders(records)], ofRecords),
      merge: member("merge", (records) => [{}, { orders: orders(records) }], ofRecords),
      isEqual: member("isEqual", equal, ofRecords),
      template: member("template", () => ["<li><%= name %> <%- note %></li>"], { of: () => "a template of one line" }),
    },
  },
  "lodash/cloneDeep": { rows: { default: member("default", (records) => [orders(records)], ofRecords) } },
  "lodash/merge": { rows: { default: member("default", (records) => [{}, { orders: orders(records) }], ofRecords) } },
  "lodash/isEqual": { rows: { default: member("default", equal, ofRecords) } },
  "fast-deep-equal": { rows: { default: member("default", equal, ofRecords) } },
  diff: {
    rows: {
      diffChars: member("diffChars", twoTexts, ofDifference),
      diffWords: member("diffWords", twoTexts, ofDifference),
      diffWordsWithSpace: member("diffWordsWithSpace", twoTexts, ofDifference),
      diffLines: member("diffLines", twoTexts, ofDifference),
      diffSentences: member("diffSentences", twoTexts, ofDifference),
      diffJson: member("diffJson", two, ofRecords),
      createPatch: member("createPatch", twoFiles, ofDifference),
      createTwoFilesPatch: member("createTwoFilesPatch", (bytes) => ["a.txt", ...twoFiles(bytes)], ofDifference),
      structuredPatch: member("structuredPatch", (bytes) => ["a.txt", ...twoFiles(bytes)], ofDifference),
    },
  },
  "fast-json-patch": { rows: { compare: member("compare", two, ofRecords) } },
  jsondiffpatch: {
    rows: {
      diff: member("diff", two, ofRecords),
      "DiffPatcher.diff": {
        ...ofRecords,
        call: (module, records) => {
          const patcher: Loaded = module.create();
          const [before, after] = two(records);
          return () => patcher.diff(before, after);
        },
      },
    },
  },
  microdiff: { rows: { default: member("default", two, ofRecords) } },
  "fuse.js": {
    rows: {
      "new default": { ...many, call: (module, records) => () => fuse(module, records) },
      "Fuse.search": onIndex(fuse, (index) => index.search("invoice")),
    },
  },
  minisearch: {
    rows: {
      "MiniSearch.addAll": { ...many, call: (module, records) => () => minisearch(module, records) },
      "MiniSearch.search": onIndex(minisearch, (index) => index.search("invoice payment", { prefix: true })),
    },
  },
  lunr: {
    rows: {
      default: {
        ...many,
        call: (module, records) => {
          const lunr: Loaded = defaultOf(module);
          const documents = orders(records);
          return () =>
            lunr(function (this: Loaded) {
              this.field("note");
              for (const document of documents) this.add(document);
            });
        },
      },
    },
  },
  "iconv-lite": {
    rows: {
      encode: member("encode", (bytes) => [text(bytes), "win1252"], ofText),
      decode: member("decode", (bytes) => [Buffer.from(text(bytes)), "win1252"], ofText),
    },
  },
  ajv: {
    rows: {
      "new default": { call: (module) => () => new (defaultOf(module))() },
      "new Ajv": oldName("new default"),
      "Ajv.compile": ajv("compile"),
      "Ajv.compileAsync": ajv("compileAsync"),
    },
  },
  mathjs: {
    rows: {
      evaluate: member(
        "evaluate",
        (terms) => [Array.from({ length: terms }, (_, at) => `sqrt(${String(at)}) * 2`).join(" + ")],
        {
          sizes: [5, 50],
          typical: 5,
          of: (terms) => `${String(terms)} terms`,
        },
      ),
      simplify: member("simplify", () => ["2 * x + 3 * x - x * (4 - 2)"], { of: () => "three terms" }),
      derivative: member("derivative", () => ["x^3 + 2 * x^2 - sin(x)", "x"], { of: () => "three terms" }),
    },
  },
  "js-tiktoken": {
    rows: {
      getEncoding: freshEncoder("getEncoding", "cl100k_base"),
      encodingForModel: freshEncoder("encodingForModel", "gpt-4"),
      "Tiktoken.encode": encoder("getEncoding", (made, bytes) => {
        const given = text(bytes);
        return () => made.encode(given);
      }),
      "Tiktoken.decode": encoder("getEncoding", (made, bytes) => {
        const given: unknown = made.encode(text(bytes));
        return () => made.decode(given);
      }),
    },
  },
  tiktoken: {
    rows: {
      get_encoding: freshEncoder("get_encoding", "cl100k_base"),
      encoding_for_model: freshEncoder("encoding_for_model", "gpt-4"),
      "Tiktoken.encode": encoder("get_encoding", (made, bytes) => {
        const given = text(bytes);
        return () => made.encode(given);
      }),
      "Tiktoken.encode_ordinary": encoder("get_encoding", (made, bytes) => {
        const given = text(bytes);
        return () => made.encode_ordinary(given);
      }),
    },
  },
  "gpt-tokenizer": {
    rows: {
      encode: member("encode", (bytes) => [text(bytes)], ofText),
      encodeChat: member("encodeChat", (bytes) => [[{ role: "user", content: text(bytes) }], "gpt-4"], ofText),
      isWithinTokenLimit: member("isWithinTokenLimit", (bytes) => [text(bytes), 1_000_000], ofText),
      countTokens: member("countTokens", (bytes) => [text(bytes)], ofText),
    },
  },
  "crypto-js": {
    rows: {
      PBKDF2: member("PBKDF2", (iterations) => ["secret", "salt", { keySize: 8, iterations }], {
        sizes: [100, 1000, 10_000],
        of: (iterations) => `${iterations.toLocaleString("en")} iterations`,
        twin: (_, iterations) => () => promisify(pbkdf2)("secret", "salt", iterations, 32, "sha256"),
        same: (called: Loaded, twin: Buffer) => String(called) === twin.toString("hex"),
      }),
      "AES.encrypt": member("AES.encrypt", (bytes) => [text(bytes), "secret"], ofText),
      "AES.decrypt": encrypted,
      SHA256: cryptoJs("SHA256"),
      SHA512: cryptoJs("SHA512"),
      MD5: cryptoJs("MD5"),
    },
  },
  "spark-md5": { rows: { hash: member("hash", (bytes) => [text(bytes)], ofText) } },
  "object-hash": {
    rows: {
      default: member("default", (records) => [orders(records)], ofRecords),
      sha1: member("sha1", (records) => [orders(records)], ofRecords),
      MD5: member("MD5", (records) => [orders(records)], ofRecords),
    },
  },
};
