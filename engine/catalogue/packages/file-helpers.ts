/** Packages around the file system: globs, look-ups, configuration, temporary files. */
import { estimated, measured } from "../cost.js";
import type { CataloguePackage } from "../row.js";

const smallTree = "a small directory tree";
const fewFiles = "a look at a few files";
const smallFile = "a file of some KB";
/** Options that are functions, synchronous ones. */
const hooks = ["isDirectory", "isFile", "readFileSync", "readPackageSync", "realpathSync"];
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
      { member: "copySync", kind: "sync-io", cost: measured(7.2, "a tree of 20 files"), twin: { module: "fs-extra", member: "copy", since: "3" } },
      { member: "moveSync", kind: "sync-io", cost: measured(0.11, "a rename on one device"), twin: { module: "fs-extra", member: "move", since: "3" } },
      { member: "removeSync", kind: "sync-io", cost: measured(8.9, smallTree), twin: { module: "fs-extra", member: "remove", since: "3" } },
      { member: "emptyDirSync", kind: "sync-io", cost: measured(2.7, "a tree of 20 files"), twin: { module: "fs-extra", member: "emptyDir", since: "3" } },
      { member: "emptydirSync", kind: "sync-io", cost: estimated(2, smallTree), twin: { module: "fs-extra", member: "emptydir", since: "3" } },
      { member: "ensureDirSync", kind: "sync-io", cost: measured(0.003, "a directory that exists"), twin: { module: "fs-extra", member: "ensureDir", since: "3" } },
      { member: "mkdirsSync", kind: "sync-io", cost: measured(0.003, "a directory that exists"), twin: { module: "fs-extra", member: "mkdirs", since: "3" } },
      { member: "mkdirpSync", kind: "sync-io", cost: measured(0.003, "a directory that exists"), twin: { module: "fs-extra", member: "mkdirp", since: "3" } },
      { member: "ensureFileSync", kind: "sync-io", cost: measured(0.0048, "a file that exists"), twin: { module: "fs-extra", member: "ensureFile", since: "3" } },
      { member: "createFileSync", kind: "sync-io", cost: estimated(0, "a file that exists"), twin: { module: "fs-extra", member: "createFile", since: "3" } },
      { member: "ensureLinkSync", kind: "sync-io", cost: estimated(0), twin: { module: "fs-extra", member: "ensureLink", since: "3" } },
      { member: "createLinkSync", kind: "sync-io", cost: estimated(0), twin: { module: "fs-extra", member: "createLink", since: "3" } },
      { member: "ensureSymlinkSync", kind: "sync-io", cost: estimated(0), twin: { module: "fs-extra", member: "ensureSymlink", since: "3" } },
      { member: "createSymlinkSync", kind: "sync-io", cost: estimated(0), twin: { module: "fs-extra", member: "createSymlink", since: "3" } },
      { member: "outputFileSync", kind: "sync-io", cost: measured(0.23, "4 KB"), twin: { module: "fs-extra", member: "outputFile", since: "3" } },
      { member: "outputJsonSync", kind: "sync-io", cost: measured(0.3, "10 records of 320 bytes"), twin: { module: "fs-extra", member: "outputJson", since: "3" } },
      { member: "outputJSONSync", kind: "sync-io", cost: estimated(1, smallFile), twin: { module: "fs-extra", member: "outputJSON", since: "3" } },
      { member: "readJsonSync", kind: "sync-io", cost: measured(0.038, "10 records of 320 bytes"), twin: { module: "fs-extra", member: "readJson", since: "3" } },
      { member: "readJSONSync", kind: "sync-io", cost: estimated(1, smallFile), twin: { module: "fs-extra", member: "readJSON", since: "3" } },
      { member: "writeJsonSync", kind: "sync-io", cost: measured(0.33, "10 records of 320 bytes"), twin: { module: "fs-extra", member: "writeJson", since: "3" } },
      { member: "writeJSONSync", kind: "sync-io", cost: estimated(1, smallFile), twin: { module: "fs-extra", member: "writeJSON", since: "3" } },
      { member: "pathExistsSync", kind: "sync-io", cost: measured(0.003), twin: { module: "fs-extra", member: "pathExists", since: "3" } },
    ],
  },
  {
    module: "rimraf",
    rows: [
      { member: "sync", kind: "sync-io", cost: measured(8.9, smallTree), twin: { module: "rimraf", member: "rimraf", since: "4" } },
      { member: "rimrafSync", kind: "sync-io", cost: measured(8.9, smallTree), twin: { module: "rimraf", member: "rimraf", since: "4" } },
      { member: "rimraf.sync", kind: "sync-io", cost: measured(8.9, smallTree), twin: { module: "rimraf", member: "rimraf", since: "4" } },
      { member: "nativeSync", kind: "sync-io", cost: measured(8.9, smallTree), twin: { module: "rimraf", member: "native", since: "4" } },
      { member: "manualSync", kind: "sync-io", cost: measured(8.9, "a tree of 20 files"), twin: { module: "rimraf", member: "manual", since: "4" } },
      { member: "posixSync", kind: "sync-io", cost: measured(2.4, "a tree of 20 files"), twin: { module: "rimraf", member: "posix", since: "4" } },
      { member: "windowsSync", kind: "sync-io", cost: measured(1.9, "a tree of 20 files"), twin: { module: "rimraf", member: "windows", since: "4" } },
      { member: "moveRemoveSync", kind: "sync-io", cost: measured(3, "a tree of 20 files"), twin: { module: "rimraf", member: "moveRemove", since: "4" } },
    ],
  },
  {
    module: "mkdirp",
    rows: [
      { member: "sync", kind: "sync-io", cost: measured(0.003, "a directory that exists"), twin: { module: "mkdirp", member: "default", since: "1" } },
      { member: "mkdirpSync", kind: "sync-io", cost: measured(0.003, "a directory that exists"), twin: { module: "mkdirp", member: "mkdirp", since: "2" } },
      { member: "mkdirp.sync", kind: "sync-io", cost: measured(0.003, "a directory that exists"), twin: { module: "mkdirp", member: "mkdirp", since: "2" } },
      { member: "nativeSync", kind: "sync-io", cost: estimated(0, "a directory that exists"), twin: { module: "mkdirp", member: "native", since: "2" } },
      { member: "mkdirpNativeSync", kind: "sync-io", cost: estimated(0, "a directory that exists"), twin: { module: "mkdirp", member: "mkdirpNative", since: "2" } },
      { member: "manualSync", kind: "sync-io", cost: estimated(0, "a directory that exists"), twin: { module: "mkdirp", member: "manual", since: "2" } },
      { member: "mkdirpManualSync", kind: "sync-io", cost: estimated(0, "a directory that exists"), twin: { module: "mkdirp", member: "mkdirpManual", since: "2" } },
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
      { member: "deleteSync", kind: "sync-io", cost: measured(7.8, "a tree of 20 files"), twin: { module: "del", member: "deleteAsync" } },
      { member: "sync", kind: "sync-io", cost: estimated(2, smallTree), twin: { module: "del", member: "default", remark: old } },
    ],
  },
  {
    module: "glob",
    types: { Glob: { origins: ["new Glob"] } },
    rows: [
      { member: "globSync", kind: "sync-io", cost: measured(12, "200 directories"), twin: { module: "glob", member: "glob", since: "9" } },
      { member: "sync", kind: "sync-io", cost: measured(12, "200 directories"), twin: { module: "glob", member: "glob", since: "9" } },
      { member: "glob.sync", kind: "sync-io", cost: measured(12, "200 directories"), twin: { module: "glob", member: "glob", since: "9" } },
      { member: "new GlobSync", kind: "sync-io", cost: estimated(2, smallTree), twin: { module: "glob", member: "glob", since: "9", note: "It is a function, not a class." } },
      { member: "globIterateSync", kind: "sync-io", cost: measured(0.75, "a tree of 20 files"), twin: { module: "glob", member: "globIterate", since: "9", note: "It gives an async iterator: read it with for await." } },
      { member: "iterateSync", kind: "sync-io", cost: estimated(2, smallTree), twin: { module: "glob", member: "iterate", since: "9", note: "It gives an async iterator: read it with for await." } },
      { member: "globStreamSync", kind: "sync-io", cost: measured(0.8, "a tree of 20 files"), twin: { module: "glob", member: "globStream", since: "9", note: "It gives a stream whose data comes later." } },
      { member: "streamSync", kind: "sync-io", cost: estimated(2, smallTree), twin: { module: "glob", member: "stream", since: "9", note: "It gives a stream whose data comes later." } },
      { member: "Glob.walkSync", kind: "sync-io", cost: measured(0.74, "a tree of 20 files"), twin: { module: "glob", member: "Glob.walk", since: "9" } },
      { member: "Glob.streamSync", kind: "sync-io", cost: measured(0.93, "a tree of 20 files"), twin: { module: "glob", member: "Glob.stream", since: "9", note: "It gives a stream whose data comes later." } },
      { member: "Glob.iterateSync", kind: "sync-io", cost: measured(0.96, "a tree of 20 files"), twin: { module: "glob", member: "Glob.iterate", since: "9", note: "It gives an async iterator: read it with for await." } },
    ],
  },
  {
    module: "fast-glob",
    rows: [
      { member: "sync", kind: "sync-io", cost: measured(0.35, "a tree of 20 files"), twin: { module: "fast-glob", member: "default", since: "2" } },
      { member: "globSync", kind: "sync-io", cost: estimated(2, smallTree), twin: { module: "fast-glob", member: "glob", since: "2" } },
    ],
  },
  {
    module: "globby",
    rows: [
      { member: "globbySync", kind: "sync-io", cost: measured(9.6, "200 directories"), twin: { module: "globby", member: "globby" } },
      { member: "sync", kind: "sync-io", cost: measured(9.6, "200 directories"), twin: { module: "globby", member: "default", remark: old } },
      { member: "generateGlobTasksSync", kind: "sync-io", cost: measured(0.04, "a tree of 20 files"), twin: { module: "globby", member: "generateGlobTasks", since: "12" } },
      { member: "isGitIgnoredSync", kind: "sync-io", cost: measured(0.61, "a tree of 20 files"), twin: { module: "globby", member: "isGitIgnored", since: "12" } },
      {
        member: "isIgnoredByIgnoreFilesSync",
        kind: "sync-io",
        cost: measured(0.6, "a tree of 20 files"),
        twin: { module: "globby", member: "isIgnoredByIgnoreFiles", since: "12" },
      },
    ],
  },
  {
    module: "tinyglobby",
    rows: [{ member: "globSync", kind: "sync-io", cost: measured(0.28, "a tree of 20 files"), twin: { module: "tinyglobby", member: "glob" } }],
  },
  {
    module: "klaw-sync",
    rows: [{ member: "default", kind: "sync-io", cost: measured(0.15, "a tree of 20 files"), twin: { module: "klaw", member: "default", note: "It returns a stream." } }],
  },
  {
    module: "walk-sync",
    rows: [
      { member: "default", kind: "sync-io", cost: measured(0.43, "a tree of 20 files"), offload: true },
      { member: "entries", kind: "sync-io", cost: measured(0.3, "a tree of 20 files"), offload: true },
    ],
  },
  {
    module: "find-up",
    rows: [
      { member: "findUpSync", kind: "sync-io", cost: measured(0.004, "a file in this directory"), twin: { module: "find-up", member: "findUp" } },
      { member: "findUpMultipleSync", kind: "sync-io", cost: measured(0.024, "a look at a few files"), twin: { module: "find-up", member: "findUpMultiple" } },
      { member: "findDownSync", kind: "sync-io", cost: measured(0.12, "a tree of 20 files"), twin: { module: "find-up", member: "findDown" } },
      { member: "sync", kind: "sync-io", cost: measured(0.004, "a file in this directory"), twin: { module: "find-up", member: "default", remark: old } },
    ],
  },
  {
    module: "locate-path",
    rows: [
      { member: "locatePathSync", kind: "sync-io", cost: measured(0.0082, "a look at a few files"), twin: { module: "locate-path", member: "locatePath" } },
      { member: "sync", kind: "sync-io", cost: estimated(0, fewFiles), twin: { module: "locate-path", member: "default", remark: old } },
    ],
  },
  {
    module: "path-exists",
    rows: [
      { member: "pathExistsSync", kind: "sync-io", cost: measured(0.0027), twin: { module: "path-exists", member: "pathExists" } },
      { member: "sync", kind: "sync-io", cost: estimated(0), twin: { module: "path-exists", member: "default", remark: old } },
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
      { member: "packageDirectorySync", kind: "sync-io", cost: measured(0.016, "a look at a few files"), twin: { module: "pkg-dir", member: "packageDirectory" } },
      { member: "sync", kind: "sync-io", cost: estimated(0, fewFiles), twin: { module: "pkg-dir", member: "default", remark: old } },
    ],
  },
  {
    module: "read-pkg",
    rows: [
      { member: "readPackageSync", kind: "sync-io", cost: measured(0.074, "a file of some KB"), twin: { module: "read-pkg", member: "readPackage" } },
      { member: "sync", kind: "sync-io", cost: estimated(1, smallFile), twin: { module: "read-pkg", member: "default", remark: old } },
    ],
  },
  {
    module: "tempy",
    rows: [
      { member: "temporaryWriteSync", kind: "sync-io", cost: measured(0.042, "4 KB"), twin: { module: "tempy", member: "temporaryWrite" } },
      { member: "writeSync", kind: "sync-io", cost: estimated(1, smallFile), twin: { module: "tempy", member: "write" } },
      { member: "temporaryDirectory", kind: "sync-io", cost: estimated(0), twin: { module: "tempy", member: "temporaryDirectoryTask", note: "It hands the directory to a function, and removes it afterwards." } },
      { member: "directory", kind: "sync-io", cost: estimated(0) },
    ],
  },
  {
    module: "tmp",
    rows: [
      { member: "fileSync", kind: "sync-io", cost: measured(0.27), twin: { module: "tmp", member: "file", isCallback: true, note: "Its callback takes the path and the clean-up one by one." } },
      { member: "dirSync", kind: "sync-io", cost: measured(0.29), twin: { module: "tmp", member: "dir", isCallback: true, note: "Its callback takes the path and the clean-up one by one." } },
      { member: "tmpNameSync", kind: "sync-io", cost: measured(0.045), twin: { module: "tmp", member: "tmpName", isCallback: true } },
    ],
  },
  {
    module: "write-file-atomic",
    rows: [
      {
        member: "sync",
        kind: "sync-io",
        cost: measured(1.5, "4 KB"),
        twin: { module: "write-file-atomic", member: "default", since: "3" },
      },
    ],
  },
  {
    module: "proper-lockfile",
    rows: [
      { member: "lockSync", kind: "sync-io", cost: measured(0.66), twin: { module: "proper-lockfile", member: "lock", since: "3" } },
      { member: "unlockSync", kind: "sync-io", cost: measured(0.26), twin: { module: "proper-lockfile", member: "unlock", since: "3" } },
      { member: "checkSync", kind: "sync-io", cost: measured(0.042), twin: { module: "proper-lockfile", member: "check", since: "3" } },
    ],
  },
  {
    module: "resolve",
    rows: [
      { member: "sync", kind: "sync-io", cost: measured(0.084, "a look at a few files"), twin: { module: "resolve", member: "default", isCallback: true, lacksOptions: hooks } },
    ],
  },
  {
    module: "enhanced-resolve",
    rows: [
      { member: "sync", kind: "sync-io", cost: measured(0.15, "a look at a few files"), twin: { module: "enhanced-resolve", member: "default", isCallback: true, note: "Its callback comes after a context." } },
      { member: "create.sync()", kind: "sync-io", cost: measured(0.14, "a look at a few files"), twin: { module: "enhanced-resolve", member: "create()", isCallback: true, note: "Its callback comes after a context." } },
    ],
  },
  {
    module: "import-fresh",
    rows: [{ member: "default", kind: "sync-io", cost: measured(0.096, "a module of some KB"), note: "It reads and runs the module every time." }],
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
        cost: measured(0.011, "a file of some KB"),
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
        cost: measured(0.025, "a look at a few files"),
        twin: { module: "lilconfig", member: "AsyncSearcher.search", note: "Of the searcher that lilconfig() returns." },
      },
      {
        member: "SyncSearcher.load",
        kind: "sync-io",
        cost: measured(0.021, "a file of some KB"),
        twin: { module: "lilconfig", member: "AsyncSearcher.load", note: "Of the searcher that lilconfig() returns." },
      },
    ],
  },
  {
    module: "rc",
    rows: [{ member: "default", kind: "sync-io", cost: measured(0.32, "a look at a few files"), note: "Read the configuration once, while the process starts." }],
  },
  {
    module: "dotenv",
    rows: [
      { member: "config", kind: "sync-io", cost: measured(0.034, "a file of two lines"), note: "Read the file once, while the process starts." },
      { member: "configDotenv", kind: "sync-io", cost: measured(0.03, "a file of two lines"), note: "Read the file once, while the process starts." },
    ],
  },
  {
    module: "md5-file",
    rows: [{ member: "sync", kind: "sync-io", cost: measured(1.6, "a file of 1024 KB"), twin: { module: "md5-file", member: "default", since: "5" } }],
  },
  {
    module: "hasha",
    rows: [
      { member: "hashFileSync", kind: "sync-io", cost: measured(1.3, "a file of 1024 KB"), twin: { module: "hasha", member: "hashFile" } },
      { member: "fromFileSync", kind: "sync-io", cost: estimated(2, "a file of 1 MB"), twin: { module: "hasha", member: "fromFile" } },
      { member: "hashSync", kind: "cpu", cost: measured(0.021, "4 KB"), twin: { module: "hasha", member: "hash" }, sizeDependent: true },
    ],
  },
];
