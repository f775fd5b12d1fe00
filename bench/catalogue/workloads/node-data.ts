/** Compression, serialisation, scripts, iterables and `node:sqlite`. */
import { promisify } from "node:util";
import compression from "node:zlib";

import { code, json, noise, orders, text } from "../samples.js";
import { type Loaded, type Prepare, unmeasured, type Workload, type Workloads } from "../workload.js";

const BYTES = [4096, 65_536, 1_048_576];
const bytesOf = (bytes: number): string => `${String(bytes / 1024)} KB of JSON`;
const ofBytes: Pick<Workload, "sizes" | "typical" | "of"> = { sizes: BYTES, typical: 65_536, of: bytesOf };

/** One way, with the input the call takes. */
function zlib(name: string, input: (zlib: Loaded, bytes: number) => Buffer, more: Partial<Workload> = {}): Workload {
  return {
    ...ofBytes,
    call: (module, bytes) => {
      const given = input(module, bytes);
      return () => module[`${name}Sync`](given);
    },
    twin: (module, bytes) => {
      const given = input(module, bytes);
      return () => promisify(module[name])(given);
    },
    ...more,
  };
}

const plain = (_: Loaded, bytes: number): Buffer => Buffer.from(json(bytes));
const packed =
  (name: string) =>
  (module: Loaded, bytes: number): Buffer =>
    module[`${name}Sync`](Buffer.from(json(bytes)));

const newArchives = unmeasured(
  "It appeared in Node.js 26 and its interface is experimental: what it costs is not settled.",
);

const SCRIPT = "var sum = 0; for (let i = 0; i < 1000; i++) sum += i; sum";
const source = (functions: number): string => code(functions).replaceAll("export ", "");
const ofFunctions: Pick<Workload, "sizes" | "typical" | "of"> = {
  sizes: [10, 100, 1000],
  typical: 100,
  of: (functions) => `a source of ${String(functions)} functions`,
};

/** A table of orders, in memory. */
function table({ DatabaseSync }: Loaded, rows: number): Loaded {
  const database = new DatabaseSync(":memory:");
  database.exec("CREATE TABLE orders (id INTEGER PRIMARY KEY, customer TEXT, note TEXT)");
  const insert = database.prepare("INSERT INTO orders VALUES (?, ?, ?)");
  database.exec("BEGIN");
  for (const { id, customer, note } of orders(rows)) insert.run(id, customer.name, note);
  database.exec("COMMIT");
  return database;
}

const ROWS: Pick<Workload, "sizes" | "typical" | "of"> = {
  sizes: [100, 1000, 10_000],
  typical: 1000,
  of: (rows) => `${String(rows)} rows`,
};

const onTable = (run: (database: Loaded, rows: number) => () => unknown): Prepare => {
  return (sqlite, rows) => run(table(sqlite, rows), rows);
};

/** A database whose session has recorded the insertion of that many rows. */
const session: Prepare = (sqlite, rows) => {
  const database = table(sqlite, 1);
  const recorder = database.createSession();
  const insert = database.prepare("INSERT INTO orders VALUES (?, ?, ?)");
  for (let id = 1; id <= rows; id++) insert.run(id, "customer", "note");
  return recorder;
};

const batches = (bytes: number): readonly Uint8Array[] => Array.from({ length: 16 }, () => noise(bytes / 16));

/** A consumer of a stream that is there already, and the asynchronous one. */
function consuming(name: string, more: Partial<Workload> = {}): Workload {
  const given = (bytes: number): readonly Uint8Array[] =>
    name === "text" ? [Buffer.from(text(bytes))] : batches(bytes);
  return {
    ...ofBytes,
    of: (bytes) => `${String(bytes / 1024)} KB`,
    call: (iter, bytes) => {
      const chunks = given(bytes);
      return () => iter[`${name}Sync`](iter.fromSync(chunks));
    },
    twin: (iter, bytes) => {
      const chunks = given(bytes);
      return () => iter[name](iter.from(chunks));
    },
    ...more,
  };
}

export const nodeData: Workloads = {
  "node:zlib": {
    rows: {
      "ZipBuffer.addSync": newArchives,
      "ZipBuffer.toBufferSync": newArchives,
      "ZipEntry.contentSync": newArchives,
      "ZipEntry.createSync": newArchives,
      "ZipFile.addEntrySync": newArchives,
      "ZipFile.addSync": newArchives,
      "ZipFile.closeSync": newArchives,
      "ZipFile.compactSync": newArchives,
      "ZipFile.deleteSync": newArchives,
      "ZipFile.entriesSync": newArchives,
      "ZipFile.forEachSync": newArchives,
      "ZipFile.getSync": newArchives,
      "ZipFile.openSync": newArchives,
      "ZipFile.valuesSync": newArchives,
      createZipArchiveSync: newArchives,
      brotliCompressSync: zlib("brotliCompress", plain),
      brotliDecompressSync: zlib("brotliDecompress", packed("brotliCompress")),
      deflateRawSync: zlib("deflateRaw", plain),
      deflateSync: zlib("deflate", plain),
      gunzipSync: zlib("gunzip", packed("gzip")),
      gzipSync: zlib("gzip", plain),
      inflateRawSync: zlib("inflateRaw", packed("deflateRaw")),
      inflateSync: zlib("inflate", packed("deflate")),
      unzipSync: zlib("unzip", packed("gzip")),
      zstdCompressSync: {
        ...zlib("zstdCompress", plain),
        // The synchronous form writes the size of the content into the frame's header, the other one cannot.
        same: (called, twin) => compression.zstdDecompressSync(called).equals(compression.zstdDecompressSync(twin)),
      },
      zstdDecompressSync: zlib("zstdDecompress", packed("zstdCompress")),
    },
  },
  "node:stream/iter": {
    flags: ["--experimental-stream-iter"],
    rows: {
      arrayBufferSync: consuming("arrayBuffer"),
      arraySync: consuming("array"),
      bytesSync: consuming("bytes"),
      pipeToSync: unmeasured("It takes as long as the writer that it is given."),
      textSync: consuming("text"),
    },
  },
  "node:v8": {
    rows: {
      serialize: {
        ...ofBytes,
        call: (v8, bytes) => {
          const value: unknown = JSON.parse(json(bytes));
          return () => v8.serialize(value);
        },
      },
      deserialize: {
        ...ofBytes,
        call: (v8, bytes) => {
          const serialized = v8.serialize(JSON.parse(json(bytes)));
          return () => v8.deserialize(serialized);
        },
      },
      writeHeapSnapshot: {
        of: () => "the heap of a small process",
        call:
          (v8, _, { directory }) =>
          () =>
            v8.writeHeapSnapshot(`${directory}/heap.heapsnapshot`),
      },
      getHeapSnapshot: { of: () => "the heap of a small process", call: (v8) => () => v8.getHeapSnapshot() },
      queryObjects: {
        of: () => "the heap of a small process",
        call: (v8) => () => v8.queryObjects(Map),
      },
      takeCoverage: unmeasured("It writes only where NODE_V8_COVERAGE is set, and then all of the process's coverage."),
      stopCoverage: unmeasured("It does something only where NODE_V8_COVERAGE is set."),
    },
  },
  "node:vm": {
    rows: {
      runInContext: {
        of: () => "a script of one loop",
        call: (vm) => {
          const context = vm.createContext({});
          return () => vm.runInContext(SCRIPT, context);
        },
      },
      runInNewContext: { of: () => "a script of one loop", call: (vm) => () => vm.runInNewContext(SCRIPT) },
      runInThisContext: { of: () => "a script of one loop", call: (vm) => () => vm.runInThisContext(SCRIPT) },
      createContext: { call: (vm) => () => vm.createContext({}) },
      compileFunction: {
        ...ofFunctions,
        call: (vm, functions) => {
          let compiled = 0;
          const text = source(functions);
          // Each is another source: V8 keeps what it has compiled.
          return () => vm.compileFunction(`${text}; return ${String(compiled++)};`);
        },
      },
      "new Script": {
        ...ofFunctions,
        call: (vm, functions) => {
          let compiled = 0;
          const text = source(functions);
          return () => new vm.Script(`${text}; ${String(compiled++)}`);
        },
      },
      "Script.runInContext": {
        of: () => "a script of one loop",
        call: (vm) => {
          const script = new vm.Script(SCRIPT);
          const context = vm.createContext({});
          return () => script.runInContext(context);
        },
      },
      "Script.runInNewContext": {
        of: () => "a script of one loop",
        call: (vm) => {
          const script = new vm.Script(SCRIPT);
          return () => script.runInNewContext();
        },
      },
      "Script.runInThisContext": {
        of: () => "a script of one loop",
        call: (vm) => {
          const script = new vm.Script(SCRIPT);
          return () => script.runInThisContext();
        },
      },
    },
  },
  "node:sqlite": {
    rows: {
      "new DatabaseSync": {
        of: () => "a new file",
        call: ({ DatabaseSync }, _, { directory }) => {
          let opened = 0;
          return () => new DatabaseSync(`${directory}/new${String(opened++)}.db`);
        },
      },
      "DatabaseSync.open": {
        of: () => "a new file",
        call: ({ DatabaseSync }, _, { directory }) => {
          const database = new DatabaseSync(`${directory}/open.db`, { open: false });
          return () => {
            database.open();
            database.close();
          };
        },
      },
      "DatabaseSync.close": {
        of: () => "open and close",
        call: ({ DatabaseSync }, _, { directory }) => {
          const database = new DatabaseSync(`${directory}/close.db`, { open: false });
          return () => {
            database.open();
            database.close();
          };
        },
      },
      "DatabaseSync.exec": {
        ...ROWS,
        of: (rows) => `a scan of ${String(rows)} rows`,
        call: onTable((database) => () => database.exec("SELECT count(*) FROM orders WHERE note LIKE '%price%'")),
      },
      "DatabaseSync.prepare": {
        call: onTable((database) => () => database.prepare("SELECT * FROM orders WHERE id = ?")),
      },
      "DatabaseSync.serialize": { ...ROWS, call: onTable((database) => () => database.serialize()) },
      "DatabaseSync.deserialize": {
        ...ROWS,
        call: (sqlite, rows) => {
          const serialized = table(sqlite, rows).serialize();
          const database = new sqlite.DatabaseSync(":memory:");
          return () => database.deserialize(serialized);
        },
      },
      "DatabaseSync.applyChangeset": {
        ...ROWS,
        isOnce: true,
        call: async (sqlite, rows, bench) => {
          const recorder: Loaded = await session(sqlite, rows, bench);
          const changes = recorder.changeset();
          const database = table(sqlite, 1);
          return () => database.applyChangeset(changes);
        },
      },
      "DatabaseSync.loadExtension": unmeasured("It takes as long as the extension's own start-up."),
      "StatementSync.run": {
        of: () => "an insertion into a file, without waiting for the device",
        call: ({ DatabaseSync }, _, { directory }) => {
          const database = new DatabaseSync(`${directory}/run.db`);
          database.exec(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE IF NOT EXISTS log (line TEXT)",
          );
          const insert = database.prepare("INSERT INTO log VALUES (?)");
          return () => insert.run("line");
        },
      },
      "StatementSync.get": {
        of: () => "one row by its key",
        call: onTable((database) => {
          const statement = database.prepare("SELECT * FROM orders WHERE id = ?");
          return () => statement.get(0);
        }),
      },
      "StatementSync.all": {
        ...ROWS,
        call: onTable((database) => {
          const statement = database.prepare("SELECT * FROM orders");
          return () => statement.all();
        }),
      },
      "StatementSync.iterate": {
        ...ROWS,
        call: onTable((database) => {
          const statement = database.prepare("SELECT * FROM orders");
          return () => [...statement.iterate()].length;
        }),
      },
      "SQLTagStore.run": {
        call: onTable((database) => {
          const sql = database.createTagStore();
          return () => sql.run`UPDATE orders SET note = ${"note"} WHERE id = ${0}`;
        }),
      },
      "SQLTagStore.get": {
        of: () => "one row by its key",
        call: onTable((database) => {
          const sql = database.createTagStore();
          return () => sql.get`SELECT * FROM orders WHERE id = ${0}`;
        }),
      },
      "SQLTagStore.all": {
        ...ROWS,
        call: onTable((database) => {
          const sql = database.createTagStore();
          return () => sql.all`SELECT * FROM orders`;
        }),
      },
      "SQLTagStore.iterate": {
        ...ROWS,
        call: onTable((database) => {
          const sql = database.createTagStore();
          return () => [...sql.iterate`SELECT * FROM orders`].length;
        }),
      },
      "Session.changeset": {
        ...ROWS,
        call: async (sqlite, rows, bench) => {
          const recorder: Loaded = await session(sqlite, rows, bench);
          return () => recorder.changeset();
        },
      },
      "Session.patchset": {
        ...ROWS,
        call: async (sqlite, rows, bench) => {
          const recorder: Loaded = await session(sqlite, rows, bench);
          return () => recorder.patchset();
        },
      },
    },
  },
};
