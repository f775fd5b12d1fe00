/** Packages around the file system: globs, look-ups, configuration, temporary files. */
import { estimated, measured } from "../cost.js";
import type { CataloguePackage } from "../row.js";

const smallTree = "a small directory tree";
const fewFiles = "a look at a few files";
const smallFile = "a file of some KB";
const old = "Up to the last CommonJS version, the module itself is the asynchronous function.";

export const fileHelpers: readonly CataloguePackage[] = [
  {
    module: "graceful-fs",
    reexports: ["node:fs"],
    rows: [],
  },
  {
    module: "mz/fs",
    reexports: ["node:fs"],
    rows: [],
  },
  {
    module: "fs-promise",
    reexports: ["node:fs", "fs-extra"],
    rows: [],
  },
  {
    module: "fs-extra",
    aliases: ["fs-extra/esm"],
    reexports: ["node:fs"],
    rows: [
      { member: "copySync", kind: "sync-io", cost: estimated(2, smallTree), twin: { module: "fs-extra", member: "copy" } },
      { member: "moveSync", kind: "sync-io", cost: estimated(1, "a rename on one device"), twin: { module: "fs-extra", member: "move" } },
      { member: "removeSync", kind: "sync-io", cost: measured(8.9, smallTree), twin: { module: "fs-extra", member: "remove" } },
      { member: "emptyDirSync", kind: "sync-io", cost: estimated(2, smallTree), twin: { module: "fs-extra", member: "emptyDir" } },
      { member: "emptydirSync", kind: "sync-io", cost: estimated(2, smallTree), twin: { module: "fs-extra", member: "emptydir" } },
      { member: "ensureDirSync", kind: "sync-io", cost: measured(0.003, "a directory that exists"), twin: { module: "fs-extra", member: "ensureDir" } },
      { member: "mkdirsSync", kind: "sync-io", cost: measured(0.003, "a directory that exists"), twin: { module: "fs-extra", member: "mkdirs" } },
      { member: "mkdirpSync", kind: "sync-io", cost: measured(0.003, "a directory that exists"), twin: { module: "fs-extra", member: "mkdirp" } },
      { member: "ensureFileSync", kind: "sync-io", cost: estimated(0, "a file that exists"), twin: { module: "fs-extra", member: "ensureFile" } },
      { member: "createFileSync", kind: "sync-io", cost: estimated(0, "a file that exists"), twin: { module: "fs-extra", member: "createFile" } },
      { member: "ensureLinkSync", kind: "sync-io", cost: estimated(0), twin: { module: "fs-extra", member: "ensureLink" } },
      { member: "createLinkSync", kind: "sync-io", cost: estimated(0), twin: { module: "fs-extra", member: "createLink" } },
      { member: "ensureSymlinkSync", kind: "sync-io", cost: estimated(0), twin: { module: "fs-extra", member: "ensureSymlink" } },
      { member: "createSymlinkSync", kind: "sync-io", cost: estimated(0), twin: { module: "fs-extra", member: "createSymlink" } },
      { member: "outputFileSync", kind: "sync-io", cost: estimated(1, smallFile), twin: { module: "fs-extra", member: "outputFile" } },
      { member: "outputJsonSync", kind: "sync-io", cost: estimated(1, smallFile), twin: { module: "fs-extra", member: "outputJson" } },
      { member: "outputJSONSync", kind: "sync-io", cost: estimated(1, smallFile), twin: { module: "fs-extra", member: "outputJSON" } },
      { member: "readJsonSync", kind: "sync-io", cost: estimated(1, smallFile), twin: { module: "fs-extra", member: "readJson" } },
      { member: "readJSONSync", kind: "sync-io", cost: estimated(1, smallFile), twin: { module: "fs-extra", member: "readJSON" } },
      { member: "writeJsonSync", kind: "sync-io", cost: estimated(1, smallFile), twin: { module: "fs-extra", member: "writeJson" } },
      { member: "writeJSONSync", kind: "sync-io", cost: estimated(1, smallFile), twin: { module: "fs-extra", member: "writeJSON" } },
      { member: "pathExistsSync", kind: "sync-io", cost: measured(0.003), twin: { module: "fs-extra", member: "pathExists" } },
    ],
  },
  {
    module: "rimraf",
    rows: [
      { member: "sync", kind: "sync-io", cost: measured(8.9, smallTree), twin: { module: "rimraf", member: "rimraf" } },
      { member: "rimrafSync", kind: "sync-io", cost: measured(8.9, smallTree), twin: { module: "rimraf", member: "rimraf" } },
      { member: "rimraf.sync", kind: "sync-io", cost: measured(8.9, smallTree), twin: { module: "rimraf", member: "rimraf" } },
      { member: "nativeSync", kind: "sync-io", cost: measured(8.9, smallTree), twin: { module: "rimraf", member: "native" } },
      { member: "manualSync", kind: "sync-io", cost: estimated(2, smallTree), twin: { module: "rimraf", member: "manual" } },
      { member: "posixSync", kind: "sync-io", cost: estimated(2, smallTree), twin: { module: "rimraf", member: "posix" } },
      { member: "windowsSync", kind: "sync-io", cost: estimated(2, smallTree), twin: { module: "rimraf", member: "windows" } },
      { member: "moveRemoveSync", kind: "sync-io", cost: estimated(2, smallTree), twin: { module: "rimraf", member: "moveRemove" } },
    ],
  },
  {
    module: "mkdirp",
    rows: [
      { member: "sync", kind: "sync-io", cost: measured(0.003, "a directory that exists"), twin: { module: "mkdirp", member: "mkdirp" } },
      { member: "mkdirpSync", kind: "sync-io", cost: measured(0.003, "a directory that exists"), twin: { module: "mkdirp", member: "mkdirp" } },
      { member: "mkdirp.sync", kind: "sync-io", cost: measured(0.003, "a directory that exists"), twin: { module: "mkdirp", member: "mkdirp" } },
      { member: "nativeSync", kind: "sync-io", cost: estimated(0, "a directory that exists"), twin: { module: "mkdirp", member: "native" } },
      { member: "mkdirpNativeSync", kind: "sync-io", cost: estimated(0, "a directory that exists"), twin: { module: "mkdirp", member: "mkdirpNative" } },
      { member: "manualSync", kind: "sync-io", cost: estimated(0, "a directory that exists"), twin: { module: "mkdirp", member: "manual" } },
      { member: "mkdirpManualSync", kind: "sync-io", cost: estimated(0, "a directory that exists"), twin: { module: "mkdirp", member: "mkdirpManual" } },
    ],
  },
  {
    module: "make-dir",
    rows: [
      { member: "makeDirectorySync", kind: "sync-io", cost: estimated(0, "a directory that exists"), twin: { module: "make-dir", member: "makeDirectory" } },
      { member: "sync", kind: "sync-io", cost: estimated(0, "a directory that exists"), twin: { module: "make-dir", member: "default" } },
    ],
  },
  {
    module: "del",
    rows: [
      { member: "deleteSync", kind: "sync-io", cost: estimated(2, smallTree), twin: { module: "del", member: "deleteAsync" } },
      { member: "sync", kind: "sync-io", cost: estimated(2, smallTree), twin: { module: "del", member: "default", note: old } },
    ],
  },
  {
    module: "glob",
    types: { Glob: { origins: ["new Glob"] } },
    rows: [
      { member: "globSync", kind: "sync-io", cost: measured(12, "200 directories"), twin: { module: "glob", member: "glob" } },
      { member: "sync", kind: "sync-io", cost: measured(12, "200 directories"), twin: { module: "glob", member: "glob" } },
      { member: "glob.sync", kind: "sync-io", cost: measured(12, "200 directories"), twin: { module: "glob", member: "glob" } },
      { member: "new GlobSync", kind: "sync-io", cost: estimated(2, smallTree), twin: { module: "glob", member: "glob" } },
      { member: "globIterateSync", kind: "sync-io", cost: estimated(2, smallTree), twin: { module: "glob", member: "globIterate" } },
      { member: "iterateSync", kind: "sync-io", cost: estimated(2, smallTree), twin: { module: "glob", member: "iterate" } },
      { member: "globStreamSync", kind: "sync-io", cost: estimated(2, smallTree), twin: { module: "glob", member: "globStream" } },
      { member: "streamSync", kind: "sync-io", cost: estimated(2, smallTree), twin: { module: "glob", member: "stream" } },
      { member: "Glob.walkSync", kind: "sync-io", cost: estimated(2, smallTree), twin: { module: "glob", member: "Glob.walk" } },
      { member: "Glob.streamSync", kind: "sync-io", cost: estimated(2, smallTree), twin: { module: "glob", member: "Glob.stream" } },
      { member: "Glob.iterateSync", kind: "sync-io", cost: estimated(2, smallTree), twin: { module: "glob", member: "Glob.iterate" } },
    ],
  },
  {
    module: "fast-glob",
    rows: [
      { member: "sync", kind: "sync-io", cost: estimated(2, smallTree), twin: { module: "fast-glob", member: "default" } },
      { member: "globSync", kind: "sync-io", cost: estimated(2, smallTree), twin: { module: "fast-glob", member: "glob" } },
    ],
  },
  {
    module: "globby",
    rows: [
      { member: "globbySync", kind: "sync-io", cost: measured(9.6, "200 directories"), twin: { module: "globby", member: "globby" } },
      { member: "sync", kind: "sync-io", cost: measured(9.6, "200 directories"), twin: { module: "globby", member: "default", note: old } },
      { member: "generateGlobTasksSync", kind: "sync-io", cost: estimated(1, fewFiles), twin: { module: "globby", member: "generateGlobTasks" } },
      { member: "isGitIgnoredSync", kind: "sync-io", cost: estimated(2, smallTree), twin: { module: "globby", member: "isGitIgnored" } },
      {
        member: "isIgnoredByIgnoreFilesSync",
        kind: "sync-io",
        cost: estimated(2, smallTree),
        twin: { module: "globby", member: "isIgnoredByIgnoreFiles" },
      },
    ],
  },
  {
    module: "tinyglobby",
    rows: [{ member: "globSync", kind: "sync-io", cost: estimated(2, smallTree), twin: { module: "tinyglobby", member: "glob" } }],
  },
  {
    module: "klaw-sync",
    rows: [{ member: "default", kind: "sync-io", cost: estimated(2, smallTree), twin: { module: "klaw", member: "default", note: "It returns a stream." } }],
  },
  {
    module: "walk-sync",
    rows: [
      { member: "default", kind: "sync-io", cost: estimated(2, smallTree), offload: true },
      { member: "entries", kind: "sync-io", cost: estimated(2, smallTree), offload: true },
    ],
  },
  {
    module: "find-up",
    rows: [
      { member: "findUpSync", kind: "sync-io", cost: measured(0.004, "a file in this directory"), twin: { module: "find-up", member: "findUp" } },
      { member: "findUpMultipleSync", kind: "sync-io", cost: estimated(1, fewFiles), twin: { module: "find-up", member: "findUpMultiple" } },
      { member: "findDownSync", kind: "sync-io", cost: estimated(1, fewFiles), twin: { module: "find-up", member: "findDown" } },
      { member: "sync", kind: "sync-io", cost: measured(0.004, "a file in this directory"), twin: { module: "find-up", member: "default", note: old } },
    ],
  },
  {
    module: "locate-path",
    rows: [
      { member: "locatePathSync", kind: "sync-io", cost: estimated(0, fewFiles), twin: { module: "locate-path", member: "locatePath" } },
      { member: "sync", kind: "sync-io", cost: estimated(0, fewFiles), twin: { module: "locate-path", member: "default", note: old } },
    ],
  },
  {
    module: "path-exists",
    rows: [
      { member: "pathExistsSync", kind: "sync-io", cost: estimated(0), twin: { module: "path-exists", member: "pathExists" } },
      { member: "sync", kind: "sync-io", cost: estimated(0), twin: { module: "path-exists", member: "default", note: old } },
    ],
  },
  {
    module: "path-type",
    rows: [
      { member: "isFileSync", kind: "sync-io", cost: measured(0.005), twin: { module: "path-type", member: "isFile" } },
      { member: "isDirectorySync", kind: "sync-io", cost: measured(0.005), twin: { module: "path-type", member: "isDirectory" } },
      { member: "isSymlinkSync", kind: "sync-io", cost: measured(0.005), twin: { module: "path-type", member: "isSymlink" } },
      // Up to version 3.
      { member: "fileSync", kind: "sync-io", cost: measured(0.005), twin: { module: "path-type", member: "file" } },
      { member: "dirSync", kind: "sync-io", cost: measured(0.005), twin: { module: "path-type", member: "dir" } },
      { member: "symlinkSync", kind: "sync-io", cost: measured(0.005), twin: { module: "path-type", member: "symlink" } },
    ],
  },
  {
    module: "pkg-dir",
    rows: [
      { member: "packageDirectorySync", kind: "sync-io", cost: estimated(0, fewFiles), twin: { module: "pkg-dir", member: "packageDirectory" } },
      { member: "sync", kind: "sync-io", cost: estimated(0, fewFiles), twin: { module: "pkg-dir", member: "default", note: old } },
    ],
  },
  {
    module: "read-pkg",
    rows: [
      { member: "readPackageSync", kind: "sync-io", cost: estimated(1, smallFile), twin: { module: "read-pkg", member: "readPackage" } },
      { member: "sync", kind: "sync-io", cost: estimated(1, smallFile), twin: { module: "read-pkg", member: "default", note: old } },
    ],
  },
  {
    module: "tempy",
    rows: [
      { member: "temporaryWriteSync", kind: "sync-io", cost: estimated(1, smallFile), twin: { module: "tempy", member: "temporaryWrite" } },
      { member: "writeSync", kind: "sync-io", cost: estimated(1, smallFile), twin: { module: "tempy", member: "write" } },
      { member: "temporaryDirectory", kind: "sync-io", cost: estimated(0), twin: { module: "tempy", member: "temporaryDirectoryTask" } },
      { member: "directory", kind: "sync-io", cost: estimated(0) },
    ],
  },
  {
    module: "tmp",
    rows: [
      { member: "fileSync", kind: "sync-io", cost: estimated(0), twin: { module: "tmp", member: "file", isCallback: true } },
      { member: "dirSync", kind: "sync-io", cost: estimated(0), twin: { module: "tmp", member: "dir", isCallback: true } },
      { member: "tmpNameSync", kind: "sync-io", cost: estimated(0), twin: { module: "tmp", member: "tmpName", isCallback: true } },
    ],
  },
  {
    module: "write-file-atomic",
    rows: [
      {
        member: "sync",
        kind: "sync-io",
        cost: estimated(2, "a file that is synced to disk"),
        twin: { module: "write-file-atomic", member: "default" },
      },
    ],
  },
  {
    module: "proper-lockfile",
    rows: [
      { member: "lockSync", kind: "sync-io", cost: estimated(1), twin: { module: "proper-lockfile", member: "lock" } },
      { member: "unlockSync", kind: "sync-io", cost: estimated(1), twin: { module: "proper-lockfile", member: "unlock" } },
      { member: "checkSync", kind: "sync-io", cost: estimated(0), twin: { module: "proper-lockfile", member: "check" } },
    ],
  },
  {
    module: "resolve",
    rows: [
      { member: "sync", kind: "sync-io", cost: estimated(1, fewFiles), twin: { module: "resolve", member: "default", isCallback: true } },
    ],
  },
  {
    module: "enhanced-resolve",
    rows: [
      { member: "sync", kind: "sync-io", cost: estimated(1, fewFiles), twin: { module: "enhanced-resolve", member: "default", isCallback: true } },
      { member: "create.sync()", kind: "sync-io", cost: estimated(1, fewFiles), twin: { module: "enhanced-resolve", member: "create()", isCallback: true } },
    ],
  },
  {
    module: "import-fresh",
    rows: [{ member: "default", kind: "sync-io", cost: estimated(1, "a module of some KB"), note: "It reads and runs the module every time." }],
  },
  {
    module: "cosmiconfig",
    types: { PublicExplorerSync: { origins: ["cosmiconfigSync()"] } },
    rows: [
      {
        member: "PublicExplorerSync.search",
        kind: "sync-io",
        cost: measured(0.39, "no configuration in five directories"),
        twin: { module: "cosmiconfig", member: "PublicExplorer.search", note: "Of the explorer that cosmiconfig() returns." },
      },
      {
        member: "PublicExplorerSync.load",
        kind: "sync-io",
        cost: estimated(1, smallFile),
        twin: { module: "cosmiconfig", member: "PublicExplorer.load", note: "Of the explorer that cosmiconfig() returns." },
      },
    ],
  },
  {
    module: "lilconfig",
    types: { SyncSearcher: { origins: ["lilconfigSync()"] } },
    rows: [
      {
        member: "SyncSearcher.search",
        kind: "sync-io",
        cost: estimated(1, fewFiles),
        twin: { module: "lilconfig", member: "AsyncSearcher.search", note: "Of the searcher that lilconfig() returns." },
      },
      {
        member: "SyncSearcher.load",
        kind: "sync-io",
        cost: estimated(1, smallFile),
        twin: { module: "lilconfig", member: "AsyncSearcher.load", note: "Of the searcher that lilconfig() returns." },
      },
    ],
  },
  {
    module: "rc",
    rows: [{ member: "default", kind: "sync-io", cost: estimated(1, fewFiles), note: "Read the configuration once, while the process starts." }],
  },
  {
    module: "dotenv",
    rows: [
      { member: "config", kind: "sync-io", cost: estimated(1, "a file of some lines"), note: "Read the file once, while the process starts." },
      { member: "configDotenv", kind: "sync-io", cost: estimated(1, "a file of some lines"), note: "Read the file once, while the process starts." },
    ],
  },
  {
    module: "md5-file",
    rows: [{ member: "sync", kind: "sync-io", cost: estimated(2, "a file of 1 MB"), twin: { module: "md5-file", member: "default" } }],
  },
  {
    module: "hasha",
    rows: [
      { member: "hashFileSync", kind: "sync-io", cost: estimated(2, "a file of 1 MB"), twin: { module: "hasha", member: "hashFile" } },
      { member: "fromFileSync", kind: "sync-io", cost: estimated(2, "a file of 1 MB"), twin: { module: "hasha", member: "fromFile" } },
      { member: "hashSync", kind: "cpu", cost: estimated(0, "1 KB"), twin: { module: "hasha", member: "hash" }, sizeDependent: true },
    ],
  },
];
