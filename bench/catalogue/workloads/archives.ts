/** Archives and compression in JavaScript. */
import { join } from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";

import { calling, defaultOf, member } from "../member-call.js";
import { json, text, tree } from "../samples.js";
import {
  type Bench,
  type Loaded,
  type Prepare,
  type Unmeasured,
  unmeasured,
  type Workload,
  type Workloads,
} from "../workload.js";

const ofBytes: Pick<Workload, "sizes" | "typical" | "of"> = {
  sizes: [4096, 65_536, 1_048_576],
  typical: 65_536,
  of: (bytes) => `${String(bytes / 1024)} KB of JSON`,
};
const ofFiles: Pick<Workload, "sizes" | "typical" | "of"> = {
  sizes: [10, 100],
  typical: 100,
  of: (files) => `${String(files)} files of 4 KB`,
};
const oldName = (name: string): Unmeasured => unmeasured(`Another name of ${name}, which is measured.`);
const inBytes = (called: Uint8Array, twin: Uint8Array): boolean => Buffer.from(called).equals(Buffer.from(twin));

// ── adm-zip ───────────────────────────────────────────────────────────────────────────────────────

const onZip = (
  run: (zip: Loaded, directory: string) => unknown,
  twin?: (zip: Loaded, directory: string) => unknown,
): Workload => {
  const prepare =
    (use: typeof run): Prepare =>
    (module, files, { directory }) => {
      const AdmZip: Loaded = defaultOf(module);
      const empty: Loaded = new AdmZip();
      for (let file = 0; file < files; file++) empty.addFile(`file${String(file)}.txt`, Buffer.from(text(4096)));
      const bytes: Buffer = empty.toBuffer();
      return () => use(new AdmZip(bytes), directory);
    };
  return { ...ofFiles, call: prepare(run), ...(twin && { twin: prepare(twin), same: "unrelated" }) };
};

// ── fflate and pako ───────────────────────────────────────────────────────────────────────────────

const plain = (bytes: number): Buffer => Buffer.from(json(bytes));
/** Packs with the module's own function what the measured one unpacks. */
const packing = async (name: string, pack: string, bytes: number, { load }: Bench): Promise<readonly unknown[]> => [
  (await load(name))[pack](plain(bytes)),
];
const fflate = (name: string, pack?: string): Workload => {
  const argumentsOf = (bytes: number, bench: Bench): readonly unknown[] | Promise<readonly unknown[]> =>
    pack === undefined ? [plain(bytes)] : packing("fflate", pack, bytes, bench);
  return member(`${name}Sync`, argumentsOf, {
    ...ofBytes,
    same: inBytes,
    twin: async (module, bytes, bench) => {
      const [given] = await argumentsOf(bytes, bench);
      return () => promisify(module[name])(given);
    },
  });
};
const zipped = (files: number): Record<string, Buffer> =>
  Object.fromEntries(Array.from({ length: files }, (_, file) => [`file${String(file)}.txt`, Buffer.from(text(4096))]));
const pako = (
  name: string,
  twin: "deflate" | "deflateRaw" | "gzip" | "inflate" | "inflateRaw" | "unzip",
  pack?: string,
): Workload =>
  member(name, (bytes, bench) => (pack === undefined ? [plain(bytes)] : packing("pako", pack, bytes, bench)), {
    ...ofBytes,
    // Two compressors need not give the same bytes.
    same: pack === undefined ? "unrelated" : inBytes,
    twin: async (_, bytes, { load }) => {
      const given: Uint8Array = pack === undefined ? plain(bytes) : (await load("pako"))[pack](plain(bytes));
      const run = promisify(zlib[twin]) as (input: Uint8Array) => Promise<Buffer>;
      return () => run(given);
    },
  });

// ── tar ───────────────────────────────────────────────────────────────────────────────────────────

/** The call with `sync: true`, and without. */
const tar = (name: string, optionsOf: (cwd: string) => Loaded, files?: readonly string[]): Workload => {
  const prepare =
    (isSync: boolean): Prepare =>
    async (module, count, bench) => {
      const cwd = tree(bench.directory, "tree", count);
      const archive = join(bench.directory, "archive.tar");
      await module.create({ cwd, file: archive }, ["."]);
      const given = { ...optionsOf(bench.directory), file: archive, ...(isSync && { sync: true }) };
      return calling(name, () => (files ? [given, files] : [given]))(module, count, bench);
    };
  return {
    sizes: [20, 200],
    typical: 20,
    of: (count) => `${String(count)} files of 200 bytes`,
    call: prepare(true),
    twin: prepare(false),
    same: "unrelated",
  };
};
const inTree = (directory: string): Loaded => ({ cwd: join(directory, "tree") });
const inDirectory = (directory: string): Loaded => ({ cwd: directory });

export const archives: Workloads = {
  "adm-zip": {
    rows: {
      "new default": onZip(() => undefined),
      "AdmZip.extractAllTo": onZip((zip, directory) => zip.extractAllTo(join(directory, "out"), true)),
      "AdmZip.extractEntryTo": onZip((zip, directory) =>
        zip.extractEntryTo("file0.txt", join(directory, "out"), false, true),
      ),
      "AdmZip.readFile": onZip((zip) => zip.readFile("file0.txt")),
      "AdmZip.readAsText": onZip((zip) => zip.readAsText("file0.txt")),
      "AdmZip.addLocalFile": onZip((zip, directory) => {
        zip.addLocalFile(tree(directory, "tree", 1) + "/folder0/file0.txt");
      }),
      "AdmZip.addLocalFolder": onZip((zip, directory) => {
        zip.addLocalFolder(tree(directory, "tree", 20));
      }),
      "AdmZip.test": onZip((zip) => zip.test()),
      "AdmZip.toBuffer": onZip(
        (zip) => zip.toBuffer(),
        (zip) => zip.toBufferPromise(),
      ),
      "AdmZip.writeZip": onZip(
        (zip, directory) => zip.writeZip(join(directory, "written.zip")),
        (zip, directory) => zip.writeZipPromise(join(directory, "written.zip")),
      ),
      "IZipEntry.getData": onZip((zip) => zip.getEntry("file0.txt").getData()),
      "IZipEntry.getCompressedData": onZip((zip) => zip.getEntry("file0.txt").getCompressedData()),
    },
  },
  fflate: {
    rows: {
      zipSync: member("zipSync", (files) => [zipped(files)], {
        ...ofFiles,
        same: "unrelated",
        twin: (module, files) => {
          const given = zipped(files);
          return () => promisify(module.zip)(given);
        },
      }),
      unzipSync: member("unzipSync", async (files, { load }) => [(await load("fflate")).zipSync(zipped(files))], {
        ...ofFiles,
        twin: (module, files) => {
          const given: Uint8Array = module.zipSync(zipped(files));
          return () => promisify(module.unzip)(given);
        },
      }),
      gzipSync: { ...fflate("gzip"), same: "unrelated" },
      compressSync: oldName("gzipSync"),
      gunzipSync: fflate("gunzip", "gzipSync"),
      decompressSync: fflate("decompress", "gzipSync"),
      deflateSync: fflate("deflate"),
      inflateSync: fflate("inflate", "deflateSync"),
      zlibSync: fflate("zlib"),
      unzlibSync: fflate("unzlib", "zlibSync"),
    },
  },
  pako: {
    rows: {
      deflate: pako("deflate", "deflate"),
      deflateRaw: pako("deflateRaw", "deflateRaw"),
      gzip: pako("gzip", "gzip"),
      inflate: pako("inflate", "unzip", "deflate"),
      inflateRaw: pako("inflateRaw", "inflateRaw", "deflateRaw"),
      ungzip: pako("ungzip", "unzip", "gzip"),
    },
  },
  tar: {
    rows: {
      create: tar("create", inTree, ["."]),
      c: oldName("create"),
      extract: tar("extract", inDirectory),
      x: oldName("extract"),
      list: tar("list", inDirectory),
      t: oldName("list"),
      replace: tar("replace", inTree, ["folder0"]),
      r: oldName("replace"),
      update: tar("update", inTree, ["folder0"]),
      u: oldName("update"),
    },
  },
};
