/** Helpers around `node:fs`: copies, globs, searches, settings and temporary files. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { defaultOf, member } from "../member-call.js";
import { file, orders, text, tree } from "../samples.js";
import {
  type Bench,
  type Loaded,
  type Prepare,
  type Unmeasured,
  unmeasured,
  type Workload,
  type Workloads,
} from "../workload.js";

let made = 0;
/** A path that nothing else uses. */
const fresh = (directory: string): string => join(directory, `made${String(made++)}`);

const ofTree: Pick<Workload, "sizes" | "typical" | "of"> = {
  sizes: [20, 100, 1000],
  typical: 20,
  of: (files) => `a tree of ${files.toLocaleString("en")} files`,
};
const ofJson: Pick<Workload, "sizes" | "typical" | "of"> = {
  sizes: [10, 200, 2000],
  typical: 10,
  of: (records) => `${records.toLocaleString("en")} records of 320 bytes`,
};
/** Each has a file of its own to look for. */
const bothFound = (called: unknown, twin: unknown): boolean => typeof called === "string" && typeof twin === "string";
const unrelated = { same: "unrelated" } as const;
const oldName = (name: string): Unmeasured => unmeasured(`Another name of ${name}, which is measured.`);

/** The call and its twin on something that is made for each call. */
const consuming = (
  pair: { readonly call: string; readonly twin?: string },
  argumentsOf: (size: number, bench: Bench) => readonly unknown[],
  more: Partial<Workload> = {},
): Workload =>
  member(pair.call, argumentsOf, {
    ...more,
    ...unrelated,
    isOnce: true,
    ...(pair.twin !== undefined && { twin: pair.twin }),
  });

const smallFile = (_: number, { directory }: Bench): string => file(directory, `file${String(made++)}.txt`, text(200));
const aTree = (files: number, { directory }: Bench): string => tree(directory, `tree${String(made++)}`, files);
/** A directory that is there already, as it mostly is. */
const existing = (name: string, twin: string): Workload =>
  member(name, (_, { directory }) => [directory], { ...unrelated, twin, of: () => "a directory that is there" });
const jsonFile = (records: number, { directory }: Bench): string =>
  file(directory, `data${String(made++)}.json`, JSON.stringify(orders(records)));
const target = (_: number, { directory }: Bench): string => fresh(directory);

const writing = (name: string, twin: string): Workload =>
  member(name, (records, { directory }) => [`${fresh(directory)}.json`, orders(records)], { ...ofJson, twin });
const reading = (name: string, twin: string): Workload =>
  member(name, (records, bench) => [jsonFile(records, bench)], { ...ofJson, twin });

// ── Globs ─────────────────────────────────────────────────────────────────────────────────────────

const sorted = (called: readonly string[], twin: readonly string[]): boolean =>
  called.toSorted().join("\n") === twin.toSorted().join("\n");
const inTree = (files: number, bench: Bench): readonly unknown[] => ["**/*.txt", { cwd: aTree(files, bench) }];
const globbing = (name: string, twin?: string): Workload =>
  member(name, inTree, { ...ofTree, same: sorted, ...(twin !== undefined && { twin }) });
const drained =
  (name: string): Prepare =>
  (module, files, bench) => {
    const [pattern, options] = inTree(files, bench);
    return () => collected(module[name](pattern, options));
  };
const iterating = (name: string, twin: string): Workload => ({
  ...ofTree,
  call: (module, files, bench) => {
    const [pattern, options] = inTree(files, bench);
    return () => Array.from(module[name](pattern, options));
  },
  twin: drained(twin),
  same: sorted,
});
const globStream = (name: string, twin: string): Workload => ({
  ...ofTree,
  call: (module, files, bench) => {
    const [pattern, options] = inTree(files, bench);
    return () => module[name](pattern, options).collect();
  },
  twin: drained(twin),
  same: "unrelated",
});
/** A method of glob's own class. */
const ofGlob = (run: (glob: Loaded) => unknown, twin: (glob: Loaded) => unknown): Workload => {
  const prepare =
    (use: typeof run): Prepare =>
    (module, files, bench) => {
      const [pattern, options] = inTree(files, bench);
      return () => use(new module.Glob(pattern, options));
    };
  return { ...ofTree, call: prepare(run), twin: prepare(twin), same: "unrelated" };
};
const collected = async (found: AsyncIterable<unknown>): Promise<unknown[]> => {
  const all: unknown[] = [];
  for await (const each of found) all.push(each);
  return all;
};

/** A directory four levels deep, with what is looked for at its top. */
const deep = (_: number, { directory }: Bench): string => {
  const cwd = join(directory, "a", "b", "c", "d");
  mkdirSync(cwd, { recursive: true });
  writeFileSync(join(directory, "package.json"), '{ "name": "measured", "version": "1.0.0" }');
  return cwd;
};
const upwards = (name: string, twin: string): Workload =>
  member(name, (size, bench) => ["package.json", { cwd: deep(size, bench) }], { twin });
const fromCwd = (name: string, twin: string): Workload =>
  member(name, (size, bench) => [{ cwd: join(deep(size, bench), "..", "..", "..", "..") }], { twin });

/** A package that can be resolved from the directory. */
const resolvable = (_: number, { directory }: Bench): string => {
  const at = join(directory, "node_modules", "target");
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, "package.json"), '{ "name": "target", "main": "index.js" }');
  writeFileSync(join(at, "index.js"), "module.exports = 1;\n");
  return directory;
};

// ── Settings ──────────────────────────────────────────────────────────────────────────────────────

const explorer = (
  makers: readonly [string, string],
  run: (explorer: Loaded, directory: string) => unknown,
): Workload => {
  const prepare =
    (maker: string): Prepare =>
    (module, _, { directory }) => {
      file(directory, ".measuredrc.json", '{ "first": 1 }');
      const options = { searchPlaces: [".measuredrc.json"], cache: false };
      const made: Loaded = module[maker]("measured", options);
      return () => run(made, directory);
    };
  return { call: prepare(makers[0]), twin: prepare(makers[1]) };
};
const searching = (explorer: Loaded, directory: string): unknown => explorer.search(directory);
const loading = (explorer: Loaded, directory: string): unknown => explorer.load(join(directory, ".measuredrc.json"));

const environment = (_: number, { directory }: Bench): readonly unknown[] => [
  { path: file(directory, ".env", "PORT=3000\nHOST=localhost\n"), quiet: true },
];

const bytesFile = (bytes: number, { directory }: Bench): readonly unknown[] => [
  file(directory, `bytes${String(made++)}`, text(bytes)),
];
const ofBytes: Pick<Workload, "sizes" | "typical" | "of"> = {
  sizes: [65_536, 1_048_576],
  typical: 1_048_576,
  of: (bytes) => `a file of ${String(bytes / 1024)} KB`,
};
const kindOf = (name: string, twin: string): Workload =>
  member(name, (size, bench) => [smallFile(size, bench)], { twin });

export const fileHelpers: Workloads = {
  "fs-extra": {
    rows: {
      copySync: member("copySync", (files, bench) => [aTree(files, bench), target(files, bench)], {
        ...ofTree,
        ...unrelated,
        twin: "copy",
      }),
      moveSync: consuming({ call: "moveSync", twin: "move" }, (size, bench) => [
        smallFile(size, bench),
        target(size, bench),
      ]),
      removeSync: consuming({ call: "removeSync", twin: "remove" }, (files, bench) => [aTree(files, bench)], ofTree),
      emptyDirSync: consuming(
        { call: "emptyDirSync", twin: "emptyDir" },
        (files, bench) => [aTree(files, bench)],
        ofTree,
      ),
      emptydirSync: oldName("emptyDirSync"),
      ensureDirSync: member("ensureDirSync", (_, { directory }) => [directory], { twin: "ensureDir" }),
      mkdirsSync: oldName("ensureDirSync"),
      mkdirpSync: oldName("ensureDirSync"),
      ensureFileSync: member("ensureFileSync", (size, bench) => [smallFile(size, bench)], { twin: "ensureFile" }),
      createFileSync: oldName("ensureFileSync"),
      ensureLinkSync: consuming({ call: "ensureLinkSync", twin: "ensureLink" }, (size, bench) => [
        smallFile(size, bench),
        target(size, bench),
      ]),
      createLinkSync: oldName("ensureLinkSync"),
      ensureSymlinkSync: member("ensureSymlinkSync", (size, bench) => [smallFile(size, bench), target(size, bench)], {
        ...unrelated,
        twin: "ensureSymlink",
        of: () => "a link that is there",
      }),
      createSymlinkSync: oldName("ensureSymlinkSync"),
      outputFileSync: member("outputFileSync", (_, { directory }) => [fresh(directory), text(4096)], {
        of: () => "4 KB",
        twin: "outputFile",
      }),
      outputJsonSync: writing("outputJsonSync", "outputJson"),
      outputJSONSync: oldName("outputJsonSync"),
      readJsonSync: reading("readJsonSync", "readJson"),
      readJSONSync: oldName("readJsonSync"),
      writeJsonSync: writing("writeJsonSync", "writeJson"),
      writeJSONSync: oldName("writeJsonSync"),
      pathExistsSync: member("pathExistsSync", (size, bench) => [smallFile(size, bench)], { twin: "pathExists" }),
    },
  },
  rimraf: {
    rows: {
      rimrafSync: consuming({ call: "rimrafSync", twin: "rimraf" }, (files, bench) => [aTree(files, bench)], ofTree),
      sync: oldName("rimrafSync"),
      "rimraf.sync": oldName("rimrafSync"),
      nativeSync: consuming({ call: "nativeSync", twin: "native" }, (files, bench) => [aTree(files, bench)], ofTree),
      manualSync: consuming({ call: "manualSync", twin: "manual" }, (files, bench) => [aTree(files, bench)], ofTree),
      posixSync: consuming({ call: "posixSync", twin: "posix" }, (files, bench) => [aTree(files, bench)], ofTree),
      windowsSync: consuming({ call: "windowsSync", twin: "windows" }, (files, bench) => [aTree(files, bench)], ofTree),
      moveRemoveSync: consuming(
        { call: "moveRemoveSync", twin: "moveRemove" },
        (files, bench) => [aTree(files, bench)],
        ofTree,
      ),
    },
  },
  mkdirp: {
    rows: {
      mkdirpSync: existing("mkdirpSync", "mkdirp"),
      sync: oldName("mkdirpSync"),
      "mkdirp.sync": oldName("mkdirpSync"),
      nativeSync: oldName("mkdirpNativeSync"),
      mkdirpNativeSync: existing("mkdirpNativeSync", "mkdirpNative"),
      manualSync: oldName("mkdirpManualSync"),
      mkdirpManualSync: existing("mkdirpManualSync", "mkdirpManual"),
    },
  },
  "make-dir": {
    rows: {
      makeDirectorySync: existing("makeDirectorySync", "makeDirectory"),
      sync: oldName("makeDirectorySync"),
    },
  },
  del: {
    rows: {
      deleteSync: consuming(
        { call: "deleteSync", twin: "deleteAsync" },
        (files, bench) => ["**", { cwd: aTree(files, bench) }],
        ofTree,
      ),
      sync: oldName("deleteSync"),
    },
  },
  glob: {
    rows: {
      globSync: globbing("globSync", "glob"),
      sync: oldName("globSync"),
      "glob.sync": oldName("globSync"),
      "new GlobSync": unmeasured("Versions before 9 alone have it; globSync is measured."),
      globIterateSync: iterating("globIterateSync", "globIterate"),
      iterateSync: oldName("globIterateSync"),
      globStreamSync: globStream("globStreamSync", "globStream"),
      streamSync: oldName("globStreamSync"),
      "Glob.walkSync": ofGlob(
        (glob) => glob.walkSync(),
        (glob) => glob.walk(),
      ),
      "Glob.streamSync": ofGlob(
        (glob) => glob.streamSync().collect(),
        (glob) => glob.stream().collect(),
      ),
      "Glob.iterateSync": ofGlob(
        (glob) => Array.from(glob.iterateSync()),
        (glob) => collected(glob.iterate()),
      ),
    },
  },
  "fast-glob": { rows: { sync: globbing("sync", "default"), globSync: oldName("sync") } },
  globby: {
    rows: {
      globbySync: globbing("globbySync", "globby"),
      sync: oldName("globbySync"),
      generateGlobTasksSync: globbing("generateGlobTasksSync", "generateGlobTasks"),
      isGitIgnoredSync: member("isGitIgnoredSync", (files, bench) => [{ cwd: aTree(files, bench) }], {
        ...ofTree,
        ...unrelated,
        twin: "isGitIgnored",
      }),
      isIgnoredByIgnoreFilesSync: member(
        "isIgnoredByIgnoreFilesSync",
        (files, bench) => ["**/.gitignore", { cwd: aTree(files, bench) }],
        { ...ofTree, ...unrelated, twin: "isIgnoredByIgnoreFiles" },
      ),
    },
  },
  tinyglobby: { rows: { globSync: globbing("globSync", "glob") } },
  "klaw-sync": { rows: { default: member("default", (files, bench) => [aTree(files, bench)], ofTree) } },
  "walk-sync": {
    rows: {
      default: member("default", (files, bench) => [aTree(files, bench)], ofTree),
      entries: member("entries", (files, bench) => [aTree(files, bench)], ofTree),
    },
  },
  "find-up": {
    rows: {
      findUpSync: upwards("findUpSync", "findUp"),
      findUpMultipleSync: upwards("findUpMultipleSync", "findUpMultiple"),
      findDownSync: member("findDownSync", (files, bench) => ["absent.txt", { cwd: aTree(files, bench), depth: 2 }], {
        ...ofTree,
        twin: "findDown",
      }),
      sync: oldName("findUpSync"),
    },
  },
  "locate-path": {
    rows: {
      locatePathSync: member("locatePathSync", (size, bench) => [["absent", smallFile(size, bench)]], {
        twin: "locatePath",
        same: bothFound,
      }),
      sync: oldName("locatePathSync"),
    },
  },
  "path-exists": {
    rows: {
      pathExistsSync: member("pathExistsSync", (size, bench) => [smallFile(size, bench)], { twin: "pathExists" }),
      sync: oldName("pathExistsSync"),
    },
  },
  "path-type": {
    rows: {
      isFileSync: kindOf("isFileSync", "isFile"),
      isDirectorySync: kindOf("isDirectorySync", "isDirectory"),
      isSymlinkSync: kindOf("isSymlinkSync", "isSymlink"),
      fileSync: oldName("isFileSync"),
      dirSync: oldName("isDirectorySync"),
      symlinkSync: oldName("isSymlinkSync"),
    },
  },
  "pkg-dir": {
    rows: {
      packageDirectorySync: member("packageDirectorySync", (size, bench) => [{ cwd: deep(size, bench) }], {
        twin: "packageDirectory",
      }),
      sync: oldName("packageDirectorySync"),
    },
  },
  "read-pkg": {
    rows: { readPackageSync: fromCwd("readPackageSync", "readPackage"), sync: oldName("readPackageSync") },
  },
  tempy: {
    rows: {
      temporaryWriteSync: member("temporaryWriteSync", () => [text(4096)], {
        ...unrelated,
        of: () => "4 KB",
        twin: "temporaryWrite",
      }),
      writeSync: oldName("temporaryWriteSync"),
      temporaryDirectory: member("temporaryDirectory", () => []),
      directory: oldName("temporaryDirectory"),
    },
  },
  tmp: {
    rows: Object.fromEntries(
      Object.entries({ fileSync: "file", dirSync: "dir", tmpNameSync: "tmpName" }).map(([name, twin]) => [
        name,
        member(name, (_, { directory }) => [{ tmpdir: directory }], {
          ...unrelated,
          twin:
            (module, _, { directory }) =>
            () =>
              new Promise((resolve, reject) => {
                module[twin]({ tmpdir: directory }, (error: Error | null, path: string) => {
                  if (error) reject(error);
                  else resolve(path);
                });
              }),
        }),
      ]),
    ),
  },
  "write-file-atomic": {
    rows: {
      sync: member("sync", (_, { directory }) => [fresh(directory), text(4096)], { of: () => "4 KB", twin: "default" }),
    },
  },
  "proper-lockfile": {
    rows: {
      lockSync: consuming({ call: "lockSync", twin: "lock" }, (size, bench) => [smallFile(size, bench)]),
      unlockSync: {
        ...unrelated,
        isOnce: true,
        call: (module, size, bench) => {
          const locked = smallFile(size, bench);
          module.lockSync(locked);
          return () => module.unlockSync(locked);
        },
        twin: (module, size, bench) => {
          const locked = smallFile(size, bench);
          module.lockSync(locked);
          return () => module.unlock(locked);
        },
      },
      checkSync: member("checkSync", (size, bench) => [smallFile(size, bench)], { twin: "check" }),
    },
  },
  resolve: {
    rows: {
      sync: member("sync", (size, bench) => ["target", { basedir: resolvable(size, bench) }], {
        ...unrelated,
        twin: (module, size, bench) => {
          const basedir = resolvable(size, bench);
          return () =>
            new Promise((resolve, reject) => {
              module("target", { basedir }, (error: Error | null, path: string) => {
                if (error) reject(error);
                else resolve(path);
              });
            });
        },
      }),
    },
  },
  "enhanced-resolve": {
    rows: {
      sync: member("sync", (size, bench) => [{}, resolvable(size, bench), "target", {}], {
        ...unrelated,
        twin: (module, size, bench) => {
          const directory = resolvable(size, bench);
          return () => resolving(defaultOf(module), directory);
        },
      }),
      "create.sync()": {
        ...unrelated,
        call: (module, size, bench) => {
          const directory = resolvable(size, bench);
          const resolve: Loaded = module.create.sync({});
          return () => resolve({}, directory, "target");
        },
        twin: (module, size, bench) => {
          const directory = resolvable(size, bench);
          const resolve: Loaded = module.create({});
          return () => resolving(resolve, directory);
        },
      },
    },
  },
  "import-fresh": {
    rows: {
      default: member("default", (size, bench) => [
        join(resolvable(size, bench), "node_modules", "target", "index.js"),
      ]),
    },
  },
  cosmiconfig: {
    rows: {
      "PublicExplorerSync.search": explorer(["cosmiconfigSync", "cosmiconfig"], searching),
      "PublicExplorerSync.load": explorer(["cosmiconfigSync", "cosmiconfig"], loading),
    },
  },
  lilconfig: {
    rows: {
      "SyncSearcher.search": explorer(["lilconfigSync", "lilconfig"], searching),
      "SyncSearcher.load": explorer(["lilconfigSync", "lilconfig"], loading),
    },
  },
  rc: { rows: { default: member("default", () => ["measured", { first: 1 }]) } },
  dotenv: {
    rows: {
      config: member("config", environment, { of: () => "a file of two lines" }),
      configDotenv: member("configDotenv", environment, { of: () => "a file of two lines" }),
    },
  },
  "md5-file": { rows: { sync: member("sync", bytesFile, { ...ofBytes, twin: "default" }) } },
  hasha: {
    rows: {
      hashFileSync: member("hashFileSync", bytesFile, { ...ofBytes, twin: "hashFile" }),
      fromFileSync: oldName("hashFileSync"),
      hashSync: member("hashSync", (bytes) => [text(bytes)], {
        sizes: [4096, 65_536],
        typical: 4096,
        of: (bytes) => `${String(bytes / 1024)} KB`,
        twin: "hash",
      }),
    },
  },
};

function resolving(resolve: Loaded, directory: string): Promise<unknown> {
  return new Promise((done, fail) => {
    resolve({}, directory, "target", {}, (error: Error | null, path: string) => {
      if (error) fail(error);
      else done(path);
    });
  });
}
