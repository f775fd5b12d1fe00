/** Databases and stores inside the process: every query runs on the event loop. */
import { estimated, measured } from "../cost.js";
import type { CataloguePackage, CatalogueRow } from "../row.js";

/** The interface that better-sqlite3 made common. */
const statementRows: readonly CatalogueRow[] = [
  { member: "Statement.run", kind: "sync-io", cost: measured(1.2, "an insert that is synced to disk"), offload: true },
  { member: "Statement.get", kind: "sync-io", cost: measured(0.011, "one row by its key"), offload: true },
  { member: "Statement.all", kind: "sync-io", cost: estimated(1, "some hundred rows; a scan of 100,000 takes 11 ms"), offload: true },
  { member: "Statement.iterate", kind: "sync-io", cost: estimated(1, "some hundred rows; a scan of 100,000 takes 11 ms"), offload: true },
];

const databaseRows: readonly CatalogueRow[] = [
  { member: "new default", kind: "sync-io", cost: estimated(1), offload: true, note: "Open the database once, while the process starts." },
  { member: "Database.exec", kind: "sync-io", cost: estimated(2, "a statement that writes"), offload: true },
  { member: "Database.pragma", kind: "sync-io", cost: estimated(1), offload: true },
  { member: "Database.transaction()", kind: "sync-io", cost: estimated(2, "a transaction that writes"), offload: true },
  { member: "Transaction.default", kind: "sync-io", cost: estimated(2, "a transaction that writes"), offload: true },
  { member: "Transaction.deferred", kind: "sync-io", cost: estimated(2, "a transaction that writes"), offload: true },
  { member: "Transaction.immediate", kind: "sync-io", cost: estimated(2, "a transaction that writes"), offload: true },
  { member: "Transaction.exclusive", kind: "sync-io", cost: estimated(2, "a transaction that writes"), offload: true },
  { member: "Database.serialize", kind: "sync-io", cost: estimated(2, "a database of some MB"), offload: true },
  { member: "Database.loadExtension", kind: "sync-io", cost: estimated(2), offload: true },
  { member: "Database.close", kind: "sync-io", cost: estimated(1), offload: true },
];

const statementOrigins = [
  "Database.prepare()",
  "Statement.pluck()",
  "Statement.expand()",
  "Statement.raw()",
  "Statement.bind()",
  "Statement.safeIntegers()",
];

export const databases: readonly CataloguePackage[] = [
  {
    module: "better-sqlite3",
    aliases: ["better-sqlite3-multiple-ciphers"],
    types: {
      Database: {
        origins: ["new default", "default()", "Database.exec()", "Database.defaultSafeIntegers()"],
        declaredAs: ["better-sqlite3#BetterSqlite3.Database"],
      },
      Statement: { origins: statementOrigins, declaredAs: ["better-sqlite3#BetterSqlite3.Statement"] },
      Transaction: { origins: ["Database.transaction()"], declaredAs: ["better-sqlite3#BetterSqlite3.Transaction"] },
    },
    rows: [...databaseRows, ...statementRows],
  },
  {
    module: "libsql",
    types: {
      Database: { origins: ["new default", "Database.exec()"] },
      Statement: { origins: statementOrigins },
      Transaction: { origins: ["Database.transaction()"] },
    },
    rows: [...databaseRows, ...statementRows],
  },
  {
    module: "bun:sqlite",
    types: {
      Database: { origins: ["new Database", "new default"] },
      Statement: { origins: ["Database.query()", "Database.prepare()", "Statement.as()"] },
    },
    rows: [
      { member: "new Database", kind: "sync-io", cost: estimated(1), offload: true },
      { member: "Database.run", kind: "sync-io", cost: estimated(2, "an insert that is synced to disk"), offload: true },
      { member: "Database.exec", kind: "sync-io", cost: estimated(2, "a statement that writes"), offload: true },
      { member: "Database.transaction()", kind: "sync-io", cost: estimated(2, "a transaction that writes"), offload: true },
      { member: "Database.serialize", kind: "sync-io", cost: estimated(2, "a database of some MB"), offload: true },
      ...statementRows,
      { member: "Statement.values", kind: "sync-io", cost: estimated(1, "some hundred rows"), offload: true },
    ],
  },
  {
    module: "lmdb",
    types: {
      RootDatabase: { origins: ["open()"] },
      Database: { origins: ["open()", "RootDatabase.openDB()", "Database.openDB()"] },
    },
    rows: [
      { member: "open", kind: "sync-io", cost: estimated(1), note: "Open the database once, while the process starts." },
      { member: "Database.get", kind: "sync-io", cost: measured(0.047, "one value from mapped memory"), offload: true },
      { member: "Database.getBinary", kind: "sync-io", cost: measured(0.008, "one value from mapped memory"), offload: true },
      { member: "Database.getEntry", kind: "sync-io", cost: measured(0.029, "one value from mapped memory"), offload: true },
      { member: "Database.getCount", kind: "sync-io", cost: measured(0.051, "some thousand entries"), offload: true },
      { member: "Database.putSync", kind: "sync-io", cost: measured(1.4, "a commit that is synced to disk"), twin: { module: "lmdb", member: "Database.put" } },
      { member: "Database.removeSync", kind: "sync-io", cost: measured(0.011, "a commit that is synced to disk"), twin: { module: "lmdb", member: "Database.remove" } },
      { member: "Database.transactionSync", kind: "sync-io", cost: measured(1.8, "a commit that is synced to disk"), twin: { module: "lmdb", member: "Database.transaction", note: "It runs what it is given later, with what is written in between." } },
      { member: "Database.clearSync", kind: "sync-io", cost: measured(0.4), twin: { module: "lmdb", member: "Database.clearAsync" } },
      { member: "Database.dropSync", kind: "sync-io", cost: measured(2.7), twin: { module: "lmdb", member: "Database.drop" } },
    ],
  },
  {
    module: "level",
    types: {
      Level: { origins: ["new Level", "Level.sublevel()"], declaredAs: ["abstract-level#AbstractLevel", "abstract-level#AbstractSublevel"] },
    },
    rows: [{ member: "Level.getSync", kind: "sync-io", cost: measured(0.0083), twin: { module: "level", member: "Level.get" } }],
  },
  {
    module: "classic-level",
    types: { ClassicLevel: { origins: ["new ClassicLevel", "ClassicLevel.sublevel()"] } },
    rows: [
      { member: "ClassicLevel.getSync", kind: "sync-io", cost: measured(0.0086), twin: { module: "classic-level", member: "ClassicLevel.get" } },
    ],
  },
  {
    module: "lowdb",
    types: { LowSync: { origins: ["new LowSync"] } },
    rows: [
      { member: "LowSync.read", kind: "sync-io", cost: measured(0.23, "200 records of 320 bytes"), twin: { module: "lowdb", member: "Low.read" } },
      { member: "LowSync.write", kind: "sync-io", cost: measured(0.75, "200 records of 320 bytes"), twin: { module: "lowdb", member: "Low.write" } },
      { member: "LowSync.update", kind: "sync-io", cost: measured(0.55, "200 records of 320 bytes"), twin: { module: "lowdb", member: "Low.update" } },
    ],
  },
  {
    module: "lowdb/node",
    types: {
      LowSync: { origins: ["JSONFileSyncPreset()"], declaredAs: ["lowdb#LowSync"] },
      DataFileSync: { origins: ["new DataFileSync", "new JSONFileSync"], declaredAs: ["lowdb/node#JSONFileSync"] },
      TextFileSync: { origins: ["new TextFileSync"] },
    },
    rows: [
      {
        member: "JSONFileSyncPreset",
        kind: "sync-io",
        cost: measured(0.23, "200 records of 320 bytes"),
        twin: { module: "lowdb/node", member: "JSONFilePreset", note: "What it gives reads and writes asynchronously as well." },
      },
      { member: "LowSync.read", kind: "sync-io", cost: measured(0.23, "200 records of 320 bytes"), twin: { module: "lowdb", member: "Low.read" } },
      { member: "LowSync.write", kind: "sync-io", cost: measured(0.72, "200 records of 320 bytes"), twin: { module: "lowdb", member: "Low.write" } },
      { member: "LowSync.update", kind: "sync-io", cost: measured(0.51, "200 records of 320 bytes"), twin: { module: "lowdb", member: "Low.update" } },
      { member: "DataFileSync.read", kind: "sync-io", cost: measured(0.22, "200 records of 320 bytes"), twin: { module: "lowdb/node", member: "DataFile.read" } },
      { member: "DataFileSync.write", kind: "sync-io", cost: measured(0.77, "200 records of 320 bytes"), twin: { module: "lowdb/node", member: "DataFile.write" } },
      { member: "TextFileSync.read", kind: "sync-io", cost: measured(0.021, "200 records of 320 bytes"), twin: { module: "lowdb/node", member: "TextFile.read" } },
      { member: "TextFileSync.write", kind: "sync-io", cost: measured(0.86, "200 records of 320 bytes"), twin: { module: "lowdb/node", member: "TextFile.write" } },
    ],
  },
  {
    module: "lowdb/adapters/FileSync",
    types: { FileSync: { origins: ["new default"] } },
    rows: [
      { member: "FileSync.read", kind: "sync-io", cost: estimated(1, "a file of some 100 KB"), note: "lowdb/adapters/FileAsync reads asynchronously." },
      { member: "FileSync.write", kind: "sync-io", cost: estimated(1, "a file of some 100 KB"), note: "lowdb/adapters/FileAsync writes asynchronously." },
    ],
  },
  {
    module: "conf",
    types: { Conf: { origins: ["new default"] } },
    rows: [
      { member: "new default", kind: "sync-io", cost: measured(0.042, "a file of some KB") },
      { member: "Conf.get", kind: "sync-io", cost: measured(0.25, "200 records of 320 bytes"), note: "It reads and parses the file every time." },
      { member: "Conf.has", kind: "sync-io", cost: measured(0.25, "200 records of 320 bytes"), note: "It reads and parses the file every time." },
      { member: "Conf.set", kind: "sync-io", cost: estimated(1, "a file of some KB") },
      { member: "Conf.appendToArray", kind: "sync-io", cost: estimated(1, "a file of some KB") },
      { member: "Conf.reset", kind: "sync-io", cost: measured(0.00023, "200 records of 320 bytes") },
      { member: "Conf.delete", kind: "sync-io", cost: estimated(1, "a file of some KB") },
      { member: "Conf.clear", kind: "sync-io", cost: measured(0.7, "200 records of 320 bytes") },
    ],
  },
  {
    module: "configstore",
    types: { Configstore: { origins: ["new default"] } },
    rows: [
      { member: "new default", kind: "sync-io", cost: measured(0.5, "a file of some KB") },
      { member: "Configstore.get", kind: "sync-io", cost: measured(0.25, "200 records of 320 bytes"), note: "It reads and parses the file every time." },
      { member: "Configstore.has", kind: "sync-io", cost: measured(0.26, "200 records of 320 bytes"), note: "It reads and parses the file every time." },
      { member: "Configstore.set", kind: "sync-io", cost: estimated(1, "a file of some KB") },
      { member: "Configstore.delete", kind: "sync-io", cost: estimated(1, "a file of some KB") },
      { member: "Configstore.clear", kind: "sync-io", cost: measured(0.89, "200 records of 320 bytes") },
    ],
  },
  {
    module: "node-persist",
    // Up to version 2; later versions have no synchronous functions.
    rows: [
      { member: "initSync", kind: "sync-io", cost: estimated(2, "some hundred files"), twin: { module: "node-persist", member: "init" } },
      { member: "getItemSync", kind: "sync-io", cost: estimated(0, "an item in memory"), twin: { module: "node-persist", member: "getItem" } },
      { member: "setItemSync", kind: "sync-io", cost: estimated(1, "an item of some KB"), twin: { module: "node-persist", member: "setItem" } },
      { member: "removeItemSync", kind: "sync-io", cost: estimated(1), twin: { module: "node-persist", member: "removeItem" } },
      { member: "clearSync", kind: "sync-io", cost: estimated(2, "some hundred files"), twin: { module: "node-persist", member: "clear" } },
      { member: "persistSync", kind: "sync-io", cost: estimated(2, "some hundred files"), twin: { module: "node-persist", member: "persist" } },
    ],
  },
  {
    module: "write-json-file",
    rows: [
      { member: "writeJsonFileSync", kind: "sync-io", cost: estimated(1, "a file of some KB"), twin: { module: "write-json-file", member: "writeJsonFile" } },
      { member: "sync", kind: "sync-io", cost: estimated(1, "a file of some KB"), twin: { module: "write-json-file", member: "default" } },
    ],
  },
  {
    module: "load-json-file",
    rows: [
      { member: "loadJsonFileSync", kind: "sync-io", cost: measured(0.25, "200 records of 320 bytes"), twin: { module: "load-json-file", member: "loadJsonFile" } },
      { member: "sync", kind: "sync-io", cost: estimated(1, "a file of some KB"), twin: { module: "load-json-file", member: "default" } },
    ],
  },
];
