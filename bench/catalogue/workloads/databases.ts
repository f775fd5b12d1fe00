/** Embedded databases and small stores in files. */
import { join } from "node:path";

import { defaultOf, member } from "../member-call.js";
import { file, orders } from "../samples.js";
import { type Bench, type Loaded, type Unmeasured, unmeasured, type Workload, type Workloads } from "../workload.js";

let opened = 0;
/** A path that nothing else uses. */
const fresh = (directory: string, ending = ""): string => join(directory, `store${String(opened++)}${ending}`);

// ── SQLite ────────────────────────────────────────────────────────────────────────────────────────

const ofRows: Pick<Workload, "sizes" | "typical" | "of"> = {
  sizes: [100, 1000, 10_000],
  typical: 1000,
  of: (rows) => `${rows.toLocaleString("en")} rows`,
};

/** A table of orders in a file. */
function table(module: Loaded, rows: number, { directory }: Bench): Loaded {
  const Database: Loaded = defaultOf(module);
  const database: Loaded = new Database(fresh(directory, ".db"));
  database.exec("CREATE TABLE orders (id INTEGER PRIMARY KEY, customer TEXT, note TEXT)");
  const insert: Loaded = database.prepare("INSERT INTO orders (customer, note) VALUES (?, ?)");
  database.exec("BEGIN");
  for (const { customer, note } of orders(rows)) insert.run(customer.name, note);
  database.exec("COMMIT");
  return database;
}

const onTable = (prepare: (database: Loaded) => () => unknown, more: Partial<Workload> = {}): Workload => ({
  ...more,
  call: (module, rows, bench) => prepare(table(module, rows, bench)),
});

const INSERT = "INSERT INTO orders (customer, note) VALUES ('Ada', 'a note')";
const transaction = (name?: string): Workload =>
  onTable((database) => {
    const insert: Loaded = database.prepare(INSERT);
    const run: Loaded = database.transaction(() => insert.run());
    return () => (name === undefined ? run() : run[name]());
  });

const sqlite = (extension: Unmeasured): Readonly<Record<string, Workload | Unmeasured>> => ({
  "new default": {
    call: (module, _, { directory }) => {
      const Database: Loaded = defaultOf(module);
      const path = fresh(directory, ".db");
      return () => new Database(path);
    },
    isOnce: true,
  },
  "Database.exec": onTable((database) => () => database.exec(INSERT)),
  "Database.pragma": onTable((database) => () => database.pragma("cache_size")),
  "Database.transaction()": transaction(),
  "Transaction.default": transaction(),
  "Transaction.deferred": transaction("deferred"),
  "Transaction.immediate": transaction("immediate"),
  "Transaction.exclusive": transaction("exclusive"),
  "Database.serialize": onTable((database) => () => database.serialize(), ofRows),
  "Database.loadExtension": extension,
  "Database.close": onTable((database) => () => database.close(), { isOnce: true }),
  "Statement.run": onTable((database) => {
    const statement: Loaded = database.prepare(INSERT);
    return () => statement.run();
  }),
  "Statement.get": onTable((database) => {
    const statement: Loaded = database.prepare("SELECT * FROM orders WHERE id = ?");
    return () => statement.get(1);
  }, ofRows),
  "Statement.all": onTable((database) => {
    const statement: Loaded = database.prepare("SELECT * FROM orders");
    return () => statement.all();
  }, ofRows),
  "Statement.iterate": onTable((database) => {
    const statement: Loaded = database.prepare("SELECT * FROM orders");
    return () => Array.from(statement.iterate());
  }, ofRows),
});

const anExtension = unmeasured(
  "An extension takes as long as its own start-up: there is none that stands for the others.",
);
const ofBun = unmeasured("It is a part of Bun, and does not run in Node.js.");

// ── LMDB and LevelDB ──────────────────────────────────────────────────────────────────────────────

const lmdb = (
  run: (database: Loaded) => unknown,
  { twin, ...more }: Partial<Omit<Workload, "twin">> & { readonly twin?: (database: Loaded) => unknown } = {},
): Workload => {
  const prepare =
    (use: (database: Loaded) => unknown) =>
    async (module: Loaded, _: number, { directory }: Bench): Promise<() => unknown> => {
      const database: Loaded = module.open({ path: fresh(directory) });
      for (const order of orders(1000)) await database.put(order.id, order);
      return () => use(database);
    };
  return { ...more, call: prepare(run), ...(twin && { twin: prepare(twin) }) };
};

const level = (name: string): Workload => {
  const prepare =
    (use: (database: Loaded) => unknown) =>
    async (module: Loaded, _: number, { directory }: Bench): Promise<() => unknown> => {
      const database: Loaded = new module[name](fresh(directory), { valueEncoding: "json" });
      await database.open();
      await database.batch(orders(1000).map((value) => ({ type: "put", key: String(value.id), value })));
      return () => use(database);
    };
  return { call: prepare((database) => database.getSync("500")), twin: prepare((database) => database.get("500")) };
};

// ── Stores in files ───────────────────────────────────────────────────────────────────────────────

const ofRecords: Pick<Workload, "sizes" | "typical" | "of"> = {
  sizes: [10, 200, 2000],
  typical: 200,
  of: (records) => `${records.toLocaleString("en")} records of 320 bytes`,
};

/** A store of lowdb, with its asynchronous form as the twin. */
const low = (
  make: (modules: { readonly lowdb: Loaded; readonly node: Loaded }, path: string, isSync: boolean) => Loaded,
  run: (store: Loaded) => unknown,
): Workload => {
  const prepare =
    (isSync: boolean) =>
    async (_: Loaded, records: number, { load, directory }: Bench): Promise<() => unknown> => {
      const modules = { lowdb: await load("lowdb"), node: await load("lowdb/node") };
      const store: Loaded = make(modules, file(directory, fresh("", ".json"), JSON.stringify(orders(records))), isSync);
      if ("data" in store) store.data = orders(records);
      return () => run(store);
    };
  return { ...ofRecords, call: prepare(true), twin: prepare(false), same: "unrelated" };
};
const lowStore = (run: (store: Loaded) => unknown): Workload =>
  low(
    ({ lowdb, node }, path, isSync) =>
      isSync ? new lowdb.LowSync(new node.JSONFileSync(path), []) : new lowdb.Low(new node.JSONFile(path), []),
    run,
  );
const adapter = (name: string, run: (store: Loaded) => unknown): Workload =>
  low(({ node }, path, isSync) => {
    const codec = { parse: JSON.parse, stringify: JSON.stringify };
    return name === "DataFile"
      ? new node[isSync ? "DataFileSync" : "DataFile"](path, codec)
      : new node[isSync ? "TextFileSync" : "TextFile"](path);
  }, run);
const lowStores = {
  "LowSync.read": lowStore((store) => store.read()),
  "LowSync.write": lowStore((store) => store.write()),
  "LowSync.update": lowStore((store) => store.update((data: Loaded) => data.reverse())),
};
const ofVersion1 = unmeasured("Version 1 alone has it; later ones have the rows of lowdb/node.");

/** `conf` and `configstore` read or write their whole file at each call. */
const store = (make: (module: Loaded, directory: string) => Loaded, run: (store: Loaded) => unknown): Workload => ({
  ...ofRecords,
  call: (module, records, { directory }) => {
    const kept: Loaded = make(module, directory);
    kept.set("orders", orders(records));
    return () => run(kept);
  },
});
const conf = (run: (kept: Loaded) => unknown): Workload =>
  store((module, directory) => new (defaultOf(module))({ cwd: directory, projectName: "measured" }), run);
const configstore = (run: (kept: Loaded) => unknown): Workload =>
  store((module, directory) => new (defaultOf(module))("measured", {}, { configPath: fresh(directory, ".json") }), run);

const ofOldNodePersist = unmeasured("Versions before 3 alone have it; the last of them is from 2018.");
const oldName = (name: string): Unmeasured => unmeasured(`Older versions call ${name} so, which is measured.`);

const jsonPath = (records: number, { directory }: Bench): readonly unknown[] => [
  file(directory, "data.json", JSON.stringify(orders(records))),
];

export const databases: Workloads = {
  "better-sqlite3": { isCompiled: true, rows: sqlite(anExtension) },
  libsql: {
    rows: { ...sqlite(anExtension), "Database.serialize": unmeasured("It is declared, and not implemented.") },
  },
  "bun:sqlite": {
    install: [],
    rows: Object.fromEntries(
      [
        ...["new Database", "Database.run", "Database.exec", "Database.transaction()", "Database.serialize"],
        ...["Statement.run", "Statement.get", "Statement.all", "Statement.iterate", "Statement.values"],
      ].map((name) => [name, ofBun]),
    ),
  },
  lmdb: {
    rows: {
      open: {
        call:
          (module, _, { directory }) =>
          () =>
            module.open({ path: fresh(directory) }),
        isOnce: true,
      },
      "Database.get": lmdb((database) => database.get(500)),
      "Database.getBinary": lmdb((database) => database.getBinary(500)),
      "Database.getEntry": lmdb((database) => database.getEntry(500)),
      "Database.getCount": lmdb((database) => database.getCount()),
      "Database.putSync": lmdb((database) => database.putSync(500, { changed: true }), {
        twin: (database) => database.put(500, { changed: true }),
        same: "unrelated",
      }),
      "Database.removeSync": lmdb((database) => database.removeSync(500), {
        twin: (database) => database.remove(500),
        same: "unrelated",
      }),
      "Database.transactionSync": lmdb(
        (database) => database.transactionSync(() => database.put(500, { changed: 1 })),
        {
          twin: (database) => database.transaction(() => database.put(500, { changed: 1 })),
          same: "unrelated",
        },
      ),
      "Database.clearSync": lmdb((database) => database.clearSync(), {
        twin: (database) => database.clearAsync(),
        same: "unrelated",
        isOnce: true,
      }),
      "Database.dropSync": lmdb((database) => database.openDB({ name: "dropped" }).dropSync(), {
        twin: (database) => database.openDB({ name: "dropped" }).drop(),
        same: "unrelated",
        isOnce: true,
      }),
    },
  },
  level: { rows: { "Level.getSync": level("Level") } },
  "classic-level": { rows: { "ClassicLevel.getSync": level("ClassicLevel") } },
  lowdb: { rows: lowStores },
  "lowdb/node": {
    rows: {
      JSONFileSyncPreset: member("JSONFileSyncPreset", (records, bench) => [...jsonPath(records, bench), []], {
        ...ofRecords,
        twin: "JSONFilePreset",
        same: "unrelated",
      }),
      ...lowStores,
      "DataFileSync.read": adapter("DataFile", (store) => store.read()),
      "DataFileSync.write": adapter("DataFile", (store) => store.write(orders(200))),
      "TextFileSync.read": adapter("TextFile", (store) => store.read()),
      "TextFileSync.write": adapter("TextFile", (store) => store.write(JSON.stringify(orders(200)))),
    },
  },
  "lowdb/adapters/FileSync": { install: [], rows: { "FileSync.read": ofVersion1, "FileSync.write": ofVersion1 } },
  conf: {
    rows: {
      "new default": {
        call: (module, _, { directory }) => {
          const Conf: Loaded = defaultOf(module);
          return () => new Conf({ cwd: directory, projectName: "measured" });
        },
      },
      "Conf.get": conf((kept) => kept.get("orders")),
      "Conf.has": conf((kept) => kept.has("orders")),
      "Conf.set": conf((kept) => kept.set("changed", 1)),
      "Conf.appendToArray": conf((kept) => kept.appendToArray("orders", 1)),
      "Conf.reset": conf((kept) => kept.reset("changed")),
      "Conf.delete": conf((kept) => kept.delete("changed")),
      "Conf.clear": conf((kept) => kept.clear()),
    },
  },
  configstore: {
    rows: {
      "new default": {
        call: (module, _, { directory }) => {
          const Configstore: Loaded = defaultOf(module);
          const configPath = fresh(directory, ".json");
          return () => new Configstore("measured", { first: 1 }, { configPath });
        },
      },
      "Configstore.get": configstore((kept) => kept.get("orders")),
      "Configstore.has": configstore((kept) => kept.has("orders")),
      "Configstore.set": configstore((kept) => kept.set("changed", 1)),
      "Configstore.delete": configstore((kept) => kept.delete("changed")),
      "Configstore.clear": configstore((kept) => kept.clear()),
    },
  },
  "node-persist": {
    install: [],
    rows: Object.fromEntries(
      ["initSync", "getItemSync", "setItemSync", "removeItemSync", "clearSync", "persistSync"].map((name) => [
        name,
        ofOldNodePersist,
      ]),
    ),
  },
  "write-json-file": {
    rows: {
      writeJsonFileSync: member(
        "writeJsonFileSync",
        (records, { directory }) => [fresh(directory, ".json"), orders(records)],
        { ...ofRecords, twin: "writeJsonFile" },
      ),
      sync: oldName("writeJsonFileSync"),
    },
  },
  "load-json-file": {
    rows: {
      loadJsonFileSync: member("loadJsonFileSync", jsonPath, { ...ofRecords, twin: "loadJsonFile" }),
      sync: oldName("loadJsonFileSync"),
    },
  },
};
