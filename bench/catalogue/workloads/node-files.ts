/** `node:fs`: every call and its twin on files of their own. */
import { once } from "node:events";
import { existsSync, mkdirSync, openSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";

import { file, text, tree } from "../samples.js";
import { type Loaded, type Prepare, unmeasured, type Workload, type Workloads } from "../workload.js";

const kilobytes = (bytes: number): string => `${String(bytes / 1024)} KB`;
const SIZES = [4096, 65_536, 1_048_576];
const REQUEST = 65_536;

/** A call that takes the path of one small file. */
function onFile(call: (fs: Loaded, path: string) => unknown, twin: (fs: Loaded, path: string) => unknown): Workload {
  const prepare =
    (run: typeof call, module: (fs: Loaded) => Loaded): Prepare =>
    (fs, _, { directory }) => {
      const path = file(directory, "file.txt", text(200));
      return () => run(module(fs), path);
    };
  return { call: prepare(call, (fs) => fs), twin: prepare(twin, (fs) => fs.promises), same: "unrelated" };
}

/** A call on a file that is open: its twin is the file handle's. */
function onDescriptor(
  call: (fs: Loaded, descriptor: number) => unknown,
  twin: (handle: FileHandle) => unknown,
): Workload {
  return {
    call: (fs, _, { directory }) => {
      const descriptor = openSync(file(directory, "open.txt", text(4096)), "r+");
      return () => call(fs, descriptor);
    },
    twin: async (_, __, { directory }) => {
      const handle = await open(file(directory, "open.txt", text(4096)), "r+");
      return () => twin(handle);
    },
    same: "unrelated",
  };
}

/** A call that makes or removes something: what it needs is there each time, and not measured. */
function fresh(
  ready: (path: string) => void,
  call: (fs: Loaded, path: string) => unknown,
  twin: (fs: Loaded, path: string) => unknown,
): Workload {
  let made = 0;
  const prepare =
    (run: typeof call, module: (fs: Loaded) => Loaded): Prepare =>
    (fs, _, { directory }) => {
      const path = join(directory, `fresh${String(made++)}`);
      ready(path);
      return () => run(module(fs), path);
    };
  return {
    call: prepare(call, (fs) => fs),
    twin: prepare(twin, (fs) => fs.promises),
    same: "unrelated",
    isOnce: true,
  };
}

const nothing = (): void => undefined;
const aFile = (path: string): void => {
  writeFileSync(path, text(200));
};
const aDirectory = (path: string): void => {
  mkdirSync(path);
};

export const nodeFiles: Workloads = {
  "node:fs": {
    rows: {
      accessSync: onFile(
        (fs, path) => fs.accessSync(path),
        (fs, path) => fs.access(path),
      ),
      appendFileSync: fresh(
        aFile,
        (fs, path) => fs.appendFileSync(path, text(200)),
        (fs, path) => fs.appendFile(path, text(200)),
      ),
      chmodSync: onFile(
        (fs, path) => fs.chmodSync(path, 0o644),
        (fs, path) => fs.chmod(path, 0o644),
      ),
      chownSync: onFile(
        (fs, path) => fs.chownSync(path, process.getuid?.(), process.getgid?.()),
        (fs, path) => fs.chown(path, process.getuid?.(), process.getgid?.()),
      ),
      closeSync: {
        of: () => "open and close",
        call: (fs, _, { directory }) => {
          const path = file(directory, "close.txt", "text");
          return () => fs.closeSync(openSync(path, "r"));
        },
        twin: (_, __, { directory }) => {
          const path = file(directory, "close.txt", "text");
          return async () => (await open(path)).close();
        },
      },
      copyFileSync: {
        sizes: SIZES,
        typical: REQUEST,
        of: (bytes) => `a ${kilobytes(bytes)} file`,
        call: (fs, bytes, { directory }) => {
          const path = file(directory, "source.txt", text(bytes));
          return () => fs.copyFileSync(path, join(directory, "copy.txt"));
        },
        twin: (fs, bytes, { directory }) => {
          const path = file(directory, "source.txt", text(bytes));
          return () => fs.promises.copyFile(path, join(directory, "copy.txt"));
        },
      },
      cpSync: copying("cpSync", "cp"),
      existsSync: onFile(
        (fs, path) => fs.existsSync(path),
        (fs, path) => fs.access(path),
      ),
      fchmodSync: onDescriptor(
        (fs, descriptor) => fs.fchmodSync(descriptor, 0o644),
        (handle) => handle.chmod(0o644),
      ),
      fchownSync: onDescriptor(
        (fs, descriptor) => fs.fchownSync(descriptor, process.getuid?.(), process.getgid?.()),
        (handle) => handle.chown(process.getuid?.() ?? 0, process.getgid?.() ?? 0),
      ),
      fdatasyncSync: onDescriptor(
        (fs, descriptor) => {
          fs.writeSync(descriptor, text(4096), 0);
          fs.fdatasyncSync(descriptor);
        },
        async (handle) => {
          await handle.write(text(4096), 0);
          await handle.datasync();
        },
      ),
      fstatSync: onDescriptor(
        (fs, descriptor) => fs.fstatSync(descriptor),
        (handle) => handle.stat(),
      ),
      fsyncSync: onDescriptor(
        (fs, descriptor) => {
          fs.writeSync(descriptor, text(4096), 0);
          fs.fsyncSync(descriptor);
        },
        async (handle) => {
          await handle.write(text(4096), 0);
          await handle.sync();
        },
      ),
      ftruncateSync: onDescriptor(
        (fs, descriptor) => fs.ftruncateSync(descriptor, 100),
        (handle) => handle.truncate(100),
      ),
      futimesSync: onDescriptor(
        (fs, descriptor) => fs.futimesSync(descriptor, 1, 1),
        (handle) => handle.utimes(1, 1),
      ),
      globSync: {
        ...reading(
          (fs, root) => fs.globSync("**/*.txt", { cwd: root }).toSorted(),
          async (fs, root) => {
            const paths: string[] = [];
            for await (const path of fs.glob("**/*.txt", { cwd: root })) paths.push(path);
            return paths.toSorted();
          },
        ),
      },
      lchmodSync: unmeasured("Only macOS has it."),
      lchownSync: onFile(
        (fs, path) => fs.lchownSync(path, process.getuid?.(), process.getgid?.()),
        (fs, path) => fs.lchown(path, process.getuid?.(), process.getgid?.()),
      ),
      linkSync: fresh(
        aFile,
        (fs, path) => fs.linkSync(path, `${path}.link`),
        (fs, path) => fs.link(path, `${path}.link`),
      ),
      lstatSync: onFile(
        (fs, path) => fs.lstatSync(path),
        (fs, path) => fs.lstat(path),
      ),
      lutimesSync: onFile(
        (fs, path) => fs.lutimesSync(path, 1, 1),
        (fs, path) => fs.lutimes(path, 1, 1),
      ),
      mkdirSync: fresh(
        nothing,
        (fs, path) => fs.mkdirSync(path),
        (fs, path) => fs.mkdir(path),
      ),
      mkdtempDisposableSync: fresh(
        nothing,
        (fs, path) => fs.mkdtempDisposableSync(path),
        (fs, path) => fs.mkdtempDisposable(path),
      ),
      mkdtempSync: fresh(
        nothing,
        (fs, path) => fs.mkdtempSync(path),
        (fs, path) => fs.mkdtemp(path),
      ),
      openSync: {
        of: () => "open and close",
        call: (fs, _, { directory }) => {
          const path = file(directory, "open.txt", "text");
          return () => fs.closeSync(fs.openSync(path));
        },
        twin: (fs, __, { directory }) => {
          const path = file(directory, "open.txt", "text");
          return async () => (await fs.promises.open(path)).close();
        },
      },
      opendirSync: {
        call:
          (fs, _, { directory }) =>
          () =>
            fs.opendirSync(directory).closeSync(),
        twin:
          (fs, _, { directory }) =>
          async () =>
            (await fs.promises.opendir(directory)).close(),
      },
      readFileSync: {
        sizes: SIZES,
        typical: REQUEST,
        of: (bytes) => `a ${kilobytes(bytes)} file`,
        call: (fs, bytes, { directory }) => {
          const path = file(directory, "read.txt", text(bytes));
          return () => fs.readFileSync(path, "utf8");
        },
        twin: (fs, bytes, { directory }) => {
          const path = file(directory, "read.txt", text(bytes));
          return () => fs.promises.readFile(path, "utf8");
        },
      },
      readSync: {
        ...onDescriptor(
          (fs, descriptor) => fs.readSync(descriptor, Buffer.alloc(4096), 0, 4096, 0),
          (handle) => handle.read(Buffer.alloc(4096), 0, 4096, 0),
        ),
        of: () => "4 KB",
      },
      readdirSync: {
        sizes: [10, 100, 1000],
        typical: 100,
        of: (entries) => `${String(entries)} entries`,
        call: (fs, entries, { directory }) => {
          const folder = flat(directory, entries);
          return () => fs.readdirSync(folder);
        },
        twin: (fs, entries, { directory }) => {
          const folder = flat(directory, entries);
          return () => fs.promises.readdir(folder);
        },
      },
      readlinkSync: linked("readlinkSync", "readlink"),
      readvSync: {
        ...onDescriptor(
          (fs, descriptor) => fs.readvSync(descriptor, [Buffer.alloc(2048), Buffer.alloc(2048)], 0),
          (handle) => handle.readv([Buffer.alloc(2048), Buffer.alloc(2048)], 0),
        ),
        of: () => "4 KB",
      },
      realpathSync: linked("realpathSync", "realpath"),
      "realpathSync.native": onFile(
        (fs, path) => fs.realpathSync.native(path),
        (fs, path) => fs.realpath(path),
      ),
      renameSync: fresh(
        aFile,
        (fs, path) => fs.renameSync(path, `${path}.renamed`),
        (fs, path) => fs.rename(path, `${path}.renamed`),
      ),
      rmSync: {
        ...fresh(
          (path) => {
            tree(path, ".", 100);
          },
          (fs, path) => fs.rmSync(path, { recursive: true }),
          (fs, path) => fs.rm(path, { recursive: true }),
        ),
        of: () => "a directory tree of 100 files",
      },
      rmdirSync: fresh(
        aDirectory,
        (fs, path) => fs.rmdirSync(path),
        (fs, path) => fs.rmdir(path),
      ),
      statSync: onFile(
        (fs, path) => fs.statSync(path),
        (fs, path) => fs.stat(path),
      ),
      statfsSync: onFile(
        (fs, path) => fs.statfsSync(path),
        (fs, path) => fs.statfs(path),
      ),
      symlinkSync: fresh(
        nothing,
        (fs, path) => fs.symlinkSync("target", path),
        (fs, path) => fs.symlink("target", path),
      ),
      truncateSync: onFile(
        (fs, path) => fs.truncateSync(path, 100),
        (fs, path) => fs.truncate(path, 100),
      ),
      unlinkSync: fresh(
        aFile,
        (fs, path) => fs.unlinkSync(path),
        (fs, path) => fs.unlink(path),
      ),
      utimesSync: onFile(
        (fs, path) => fs.utimesSync(path, 1, 1),
        (fs, path) => fs.utimes(path, 1, 1),
      ),
      writeFileSync: {
        sizes: SIZES,
        typical: REQUEST,
        of: (bytes) => `a ${kilobytes(bytes)} file`,
        call: (fs, bytes, { directory }) => {
          const content = text(bytes);
          return () => fs.writeFileSync(join(directory, "write.txt"), content);
        },
        twin: (fs, bytes, { directory }) => {
          const content = text(bytes);
          return () => fs.promises.writeFile(join(directory, "write.txt"), content);
        },
      },
      writeSync: {
        ...onDescriptor(
          (fs, descriptor) => fs.writeSync(descriptor, text(4096), 0),
          (handle) => handle.write(text(4096), 0),
        ),
        of: () => "4 KB",
      },
      writevSync: {
        ...onDescriptor(
          (fs, descriptor) => fs.writevSync(descriptor, [Buffer.alloc(2048), Buffer.alloc(2048)], 0),
          (handle) => handle.writev([Buffer.alloc(2048), Buffer.alloc(2048)], 0),
        ),
        of: () => "4 KB",
      },
      "Dir.closeSync": {
        of: () => "open and close",
        call:
          (fs, _, { directory }) =>
          () =>
            fs.opendirSync(directory).closeSync(),
        twin:
          (fs, _, { directory }) =>
          async () =>
            (await fs.promises.opendir(directory)).close(),
      },
      "Dir.readSync": {
        of: () => "the first entry of 100",
        call: (fs, _, { directory }) => {
          const folder = flat(directory, 100);
          return () => {
            const opened = fs.opendirSync(folder);
            opened.readSync();
            opened.closeSync();
          };
        },
        twin: (fs, _, { directory }) => {
          const folder = flat(directory, 100);
          return async () => {
            const opened = await fs.promises.opendir(folder);
            await opened.read();
            await opened.close();
          };
        },
      },
      "Utf8Stream.flushSync": {
        of: () => "4 KB",
        call: async (fs, _, { directory }) => {
          const stream = await logStream(fs, directory);
          const line = text(4096);
          return () => {
            stream.write(line);
            stream.flushSync();
          };
        },
        twin: async (fs, _, { directory }) => {
          const stream = await logStream(fs, directory);
          const line = text(4096);
          return () =>
            new Promise<void>((resolve) => {
              stream.write(line);
              stream.flush(() => {
                resolve();
              });
            });
        },
        same: "unrelated",
      },
    },
  },
};

/** A stream of `Utf8Stream` whose file is open. */
async function logStream(fs: Loaded, directory: string): Promise<Loaded> {
  const stream = new fs.Utf8Stream({ dest: join(directory, "log.txt"), sync: false, minLength: 8192 });
  await once(stream, "ready");
  return stream;
}

function copying(call: string, twin: string): Workload {
  const prepare =
    (module: (fs: Loaded) => Loaded, name: string): Prepare =>
    (fs, files, { directory }) => {
      const source = tree(directory, `source${String(files)}`, files);
      return () => module(fs)[name](source, join(directory, "copied"), { recursive: true, force: true });
    };
  return {
    sizes: [10, 100],
    of: (files) => `a directory tree of ${String(files)} files`,
    call: prepare((fs) => fs, call),
    twin: prepare((fs) => fs.promises, twin),
  };
}

function reading(call: (fs: Loaded, root: string) => unknown, twin: (fs: Loaded, root: string) => unknown): Workload {
  const prepare =
    (run: typeof call, module: (fs: Loaded) => Loaded): Prepare =>
    (fs, files, { directory }) => {
      const root = tree(directory, `tree${String(files)}`, files);
      return () => run(module(fs), root);
    };
  return {
    sizes: [10, 100, 1000],
    typical: 100,
    of: (files) => `a directory tree of ${String(files)} files`,
    call: prepare(call, (fs) => fs),
    twin: prepare(twin, (fs) => fs.promises),
  };
}

function linked(call: string, twin: string): Workload {
  const prepare =
    (module: (fs: Loaded) => Loaded, name: string): Prepare =>
    (fs, _, { directory }) => {
      const link = join(directory, "link");
      if (!existsSync(link)) {
        rmSync(link, { force: true });
        symlinkSync(file(directory, "target.txt", "text"), link);
      }
      return () => module(fs)[name](link);
    };
  return { call: prepare((fs) => fs, call), twin: prepare((fs) => fs.promises, twin) };
}

/** A directory with that many files in it. */
function flat(directory: string, entries: number): string {
  const folder = join(directory, `flat${String(entries)}`);
  mkdirSync(folder, { recursive: true });
  for (let entry = 0; entry < entries; entry++) writeFileSync(join(folder, `entry${String(entry)}`), "");
  return folder;
}
