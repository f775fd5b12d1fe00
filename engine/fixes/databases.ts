/** What fixes know of databases whose functions only come in a blocking form: data. */
import type { SharedDatabase } from "../rewriter.js";
import type { Finding } from "../rules/finding.js";

interface KnownDatabase extends SharedDatabase {
  /** Members by which a statement is run from its beginning to its end. */
  readonly runs: readonly string[];
  /** Why other members stay. */
  readonly stays: Readonly<Record<string, string>>;
}

const ITERATES = "gives its rows one by one, and what is read in between has to be read by the same thread.";
const SPANS = "is a transaction: what runs in it spans several calls, which belong to one connection.";

const TRANSACTION = Object.fromEntries(
  [
    "Database.transaction()",
    ...["default", "deferred", "immediate", "exclusive"].map((kind) => `Transaction.${kind}`),
  ].map((member) => [member, SPANS]),
);

/** In the module and those that took its interface over. */
const DATABASES: readonly KnownDatabase[] = [
  {
    modules: ["better-sqlite3", "better-sqlite3-multiple-ciphers", "libsql"],
    runs: ["Statement.all", "Statement.get", "Statement.run"],
    stays: { ...TRANSACTION, "Statement.iterate": ITERATES },
    prepares: "prepare",
    executes: ["exec", "prepare"],
    settings: ["pragma"],
    additions: ["aggregate", "defaultSafeIntegers", "function", "key", "loadExtension", "rekey", "table", "unsafeMode"],
    writes: ["exec", "run", "transaction"],
    inMemory: ["", ":memory:"],
  },
];

/**
 * @returns what the statement's database is like; a sentence where the work belongs to the connection that this thread
 * has; undefined where it is no database's
 */
export function databaseOf({
  identity,
  callee,
}: Pick<Finding, "identity" | "callee">): SharedDatabase | string | undefined {
  const [module = "", member = ""] = identity.split("#");
  const database = DATABASES.find(({ modules }) => modules.includes(module));
  if (!database) return undefined;
  const { runs, stays, ...shared } = database;
  if (runs.includes(member)) return shared;
  return `${callee} ${stays[member] ?? "works on the connection that this thread has open."}`;
}
