/** What a person has to say about Node's generated rows: the kind of each module, and where a twin is not a mere rename. */
import type { Kind, Twin, TwinText } from "../row.js";

/** What a module's synchronous functions do; modules that are not named do `sync-io`. */
export const kinds: Readonly<Record<string, Kind>> = {
  "node:crypto": "cpu",
  "node:stream/iter": "cpu",
  "node:zlib": "cpu",
};

/** Members whose kind is not that of their module; a class stands for all of its members. */
export const kindsOfMembers: Readonly<Record<string, Kind>> = {
  "node:zlib#ZipFile": "sync-io",
};

const throughHandle = "It is a method of the FileHandle that open() resolves to.";
const processResult =
  "The result differs: it resolves to { stdout, stderr } and rejects when the command fails; there is no status.";

/** How a twin's result or errors differ. */
export const twinNotes: Readonly<Record<string, string>> = {
  "node:fs/promises#FileHandle": throughHandle,
  "node:fs/promises#open": "It resolves to a FileHandle, not to a number.",
  "node:fs/promises#mkdtempDisposable": "Dispose of it with await using.",
  "node:child_process#exec": processResult,
  "node:child_process#execFile": processResult,
  "node:zlib#createZipArchive": "It returns a stream.",
  "node:zlib#ZipFile.compact": "It returns a stream.",
};

const processText = (optionsAt: number): TwinText => ({
  property: "stdout",
  optionsAt,
  options: ["cwd", "encoding", "env", "gid", "killSignal", "maxBuffer", "shell", "timeout", "uid", "windowsHide"],
  errorProperties: ["output", "pid", "signal", "status", "stderr", "stdout"],
  caution:
    "What the command writes to its standard error no longer appears on that of the process, and its input stays open.",
});

const pathOnly = { lacksDescriptors: true };

/** Where a twin of the same name can do less, or does it in another way. */
export const twinLimits: Readonly<Record<string, Partial<Twin>>> = {
  "node:fs/promises#glob": { gives: "items", remark: "It returns an async iterator." },
  "node:fs/promises#opendir": { remark: "The Dir can be read with for await." },
  "node:fs/promises#readdir": { isReading: true },
  "node:fs/promises#readlink": { isReading: true },
  "node:fs/promises#realpath": { isReading: true },
  "node:fs/promises#stat": { isReading: true, lacksOptions: ["throwIfNoEntry"] },
  "node:fs/promises#lstat": { isReading: true, lacksOptions: ["throwIfNoEntry"] },
  "node:fs/promises#readFile": { isReading: true, ...pathOnly },
  "node:fs/promises#writeFile": pathOnly,
  "node:fs/promises#appendFile": pathOnly,
  "node:fs/promises#truncate": pathOnly,
  "node:child_process#exec": { text: processText(1) },
  "node:child_process#execFile": { text: processText(2) },
};

/** Twins that are not the function of the same name. */
export const twins: Readonly<Record<string, Twin>> = {
  "node:fs#existsSync": {
    module: "node:fs/promises",
    member: "access",
    gives: "success",
    isReading: true,
    remark: "It rejects instead of returning false; better still, use the file and handle ENOENT.",
  },
  "node:child_process#spawnSync": {
    module: "node:child_process",
    member: "execFile",
    isCallback: true,
    gives: "process",
    remark: "It rejects when the command fails, and has no status.",
  },
  // Their namesakes return at once and give promises one by one.
  "node:zlib#ZipFile.entriesSync": { module: "node:zlib", member: "ZipFile.entries", note: "It gives a promise for each entry." },
  "node:zlib#ZipFile.valuesSync": { module: "node:zlib", member: "ZipFile.values", note: "It gives a promise for each entry." },
  "node:zlib#ZipFile.forEachSync": { module: "node:zlib", member: "ZipFile.forEach", note: "It gives a promise for each entry." },
};

/** What else to know about a row. */
export const rowNotes: Readonly<Record<string, string>> = {
  "node:zlib#brotliCompressSync": "The default quality is 11; at 4 it is about 100 times faster, and the output is hardly larger.",
  "node:child_process#execSync": "The event loop stands still for as long as the command runs.",
  "node:child_process#execFileSync": "The event loop stands still for as long as the command runs.",
  "node:child_process#spawnSync": "The event loop stands still for as long as the command runs.",
};

/** Rows whose cost follows the size of the input. */
export const sizeDependent: ReadonlySet<string> = new Set([
  "node:stream/iter#arrayBufferSync",
  "node:stream/iter#arraySync",
  "node:stream/iter#bytesSync",
  "node:stream/iter#pipeToSync",
  "node:stream/iter#textSync",
]);

