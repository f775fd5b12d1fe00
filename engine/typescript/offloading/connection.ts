/** A statement of a database that each thread opens for itself: where it comes from, and what its thread needs. */
import type ts from "typescript";
import type { SharedDatabase } from "../../rewriter.js";
import type { TypeScript } from "../declaration.js";
import { parentOf } from "../file-names.js";
import { isTransparent } from "../rewriting/functions.js";
import { Refused } from "../rewriting/refused.js";
import { placeOf } from "../rewriting/uses.js";
import { type ImportedName, type ModuleConstant, Names } from "./names.js";
import type { TaskSource } from "./task.js";

export interface Statement {
  /** As a person would name it: `db.prepare(…).all`. */
  readonly shown: string;
  /** What its parameters are given. */
  readonly values: readonly ts.Expression[];
  readonly sql: ts.Expression;
  /** Types that are written with it. */
  readonly types: readonly ts.TypeNode[];
  /** The constant that holds it, where it was prepared before. */
  readonly constant?: ModuleConstant;
  readonly imports: readonly ImportedName[];
  /** How this file has the database, where another module opens it. */
  readonly from?: ImportedName;
  /** What opens the database on another thread, as statements. */
  readonly setUp: readonly string[];
}

/** What begins a transaction, or makes something that only one connection has. */
const BOUND = /^\s*(?:attach|begin|create\s+temp|detach|release|rollback|savepoint)\b/iu;
/** What a connection remembers of its own last statement. */
const OWN_STATE = /\b(?:changes|last_insert_rowid|total_changes)\s*\(/iu;
const BYTES = /\b(?:blob|zeroblob)\b/iu;

/** @throws Refused where another connection would not do the same */
export function statementOf(source: TaskSource, call: ts.CallExpression, database: SharedDatabase): Statement {
  return new StatementReader(source, database).read(call);
}

class StatementReader {
  readonly #ts: TypeScript;
  readonly #checker: ts.TypeChecker;
  readonly #source: TaskSource;
  readonly #database: SharedDatabase;
  readonly #names: Names;

  constructor(source: TaskSource, database: SharedDatabase) {
    this.#ts = source.typescript;
    this.#checker = source.checker;
    this.#source = source;
    this.#database = database;
    this.#names = new Names(source.typescript, source.checker);
  }

  read(call: ts.CallExpression): Statement {
    const ts = this.#ts;
    const { prepares } = this.#database;
    const chain = this.chain(call);
    const root = chain.root;
    const prepared = ts.isIdentifier(root) && !chain.methods.includes(prepares) ? this.prepared(root) : undefined;
    const made = prepared ? this.chain(this.callIn(prepared.declaration.initializer)) : chain;
    const at = made.methods.lastIndexOf(prepares);
    const [sql] = made.calls[at]?.arguments ?? [];
    if (!sql || !ts.isIdentifier(made.root)) {
      throw new Refused(`It is not known which file ${made.root.getText()} is opened from.`);
    }
    this.refuseText(sql);
    const opened = this.opened(made.root);
    const standing = this.#names.standing(made.root, made.root);
    this.refuseMixed(call, made.root);
    const values = [...chain.calls, ...(prepared ? made.calls : [])]
      .filter((each) => each !== made.calls[at])
      .flatMap((each) => [...each.arguments]);
    const method = chain.methods[0] ?? "";
    return {
      shown: prepared ? `${root.getText()}.${method}` : `${root.getText()}.${prepares}(…).${method}`,
      values,
      sql,
      types: chain.calls.flatMap(({ typeArguments = [] }) => [...typeArguments]),
      ...(prepared && { constant: prepared }),
      ...(standing.is === "import" && { from: standing }),
      ...opened,
    };
  }

  /** `db`, and the calls that are made on it, the last one first. */
  private chain(call: ts.CallExpression): Chain {
    const ts = this.#ts;
    const calls: ts.CallExpression[] = [];
    let node: ts.Expression = call;
    while (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      calls.push(node);
      node = node.expression.expression;
    }
    const methods = calls.map(({ expression }) => (expression as ts.PropertyAccessExpression).name.text);
    return { root: node, calls, methods };
  }

  /** `const byName = db.prepare(…)`: a statement that the module keeps. */
  private prepared(name: ts.Identifier): ModuleConstant {
    const standing = this.#names.standing(name, name);
    if (standing.is === "constant") return standing;
    throw new Refused(`It is not known which file ${name.text} is opened from.`);
  }

  private callIn(value: ts.Expression): ts.CallExpression {
    let inner = value;
    while (isTransparent(this.#ts, inner)) inner = inner.expression;
    if (this.#ts.isCallExpression(inner)) return inner;
    throw new Refused(`It is not known which file ${value.getText()} is opened from.`);
  }

  private refuseText(sql: ts.Expression): void {
    const text = this.textOf(sql);
    if (text === undefined) throw new Refused(`It is not known what the statement ${shortened(sql)} does.`);
    if (OWN_STATE.test(text)) throw new Refused(`The statement ${shortened(sql)} asks what this connection did last.`);
  }

  /** A text that is written out, or a constant that holds one. */
  private textOf(value: ts.Expression): string | undefined {
    if (this.#ts.isStringLiteralLike(value)) return value.text;
    if (!this.#ts.isIdentifier(value)) return undefined;
    const standing = this.#names.standing(value, value);
    return standing.is === "constant" ? this.textOf(standing.declaration.initializer) : undefined;
  }

  // ── The connection ────────────────────────────────────────────────────────────────────────

  private opened(name: ts.Identifier): Pick<Statement, "imports" | "setUp"> {
    const ts = this.#ts;
    const symbol = this.symbolOf(name);
    const [declaration] = symbol?.declarations ?? [];
    const statement = declaration?.parent.parent;
    const value = declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
    const isKept =
      statement && ts.isVariableStatement(statement) && ts.isSourceFile(statement.parent) && isConst(ts, statement);
    if (!symbol || !value || !isKept || !(ts.isNewExpression(value) || ts.isCallExpression(value))) {
      throw new Refused(`It is not known which file ${name.text} is opened from.`);
    }
    const opens = ts.isIdentifier(value.expression) ? this.#names.standing(value.expression, value) : undefined;
    if (opens?.is !== "import" || !this.#database.modules.includes(opens.specifier)) {
      throw new Refused(`It is not known which file ${name.text} is opened from.`);
    }
    this.refuseInMemory(name, value.arguments?.[0]);
    const imports = [opens, ...this.importsOf(value, opens)];
    const settings = this.settings(symbol, statement.getSourceFile());
    const constant = `const ${name.text} = ${value.getText()}${this.end}`;
    return { imports, setUp: [constant, ...settings.map((each) => `${name.text}.${each}${this.end}`)] };
  }

  private get end(): string {
    return /;\r?\n/u.test(this.#source.file.text) ? ";" : "";
  }

  private refuseInMemory(name: ts.Identifier, file: ts.Expression | undefined): void {
    const text = file ? this.textOf(file) : "";
    if (text !== undefined && this.#database.inMemory.includes(text)) {
      throw new Refused(`${name.text} is in memory, where no other thread finds it.`);
    }
    const isPath =
      file && this.#ts.isCallExpression(file) && /^(?:path\.)?(?:join|resolve)$/u.test(file.expression.getText());
    if (text === undefined && isPath !== true) {
      throw new Refused(`${shortened(file)} may name a database in memory, where no other thread finds it.`);
    }
  }

  /** What else is named where the database is opened: it has to be the same in the worker's module. */
  private importsOf(value: ts.Expression, opens: ImportedName): readonly ImportedName[] {
    return this.#names.in(value).flatMap((name) => {
      const standing = this.#names.standing(name, value);
      if (standing.is === "free") return [];
      if (standing.is === "import") return standing.local === opens.local ? [] : this.imported(standing);
      const isBeside = parentOf(value.getSourceFile().fileName) === parentOf(this.#source.file.fileName);
      if (name.text === "__dirname" && isBeside) return [];
      throw new Refused(`${name.text} would be needed to open the database on another thread.`);
    });
  }

  private imported(name: ImportedName): readonly ImportedName[] {
    if (!/^[./#]/u.test(name.specifier)) return [name];
    throw new Refused(`${name.local} would be needed to open the database on another thread.`);
  }

  /** How the connection is set up once: any other can be set up like that. Refused is what only this one has. */
  private settings(database: ts.Symbol, declaring: ts.SourceFile): readonly string[] {
    const { settings, additions, executes } = this.#database;
    const told = new RegExp(`\\.(?:${[...settings, ...additions, ...executes].join("|")})\\s*\\(`, "u");
    const found: string[] = [];
    for (const file of new Set([declaring, this.#source.file, ...this.#source.others])) {
      if (!told.test(file.text)) continue;
      for (const { call, method } of this.callsOn(database, file)) {
        const where = `${call.expression.getText()} in ${placeOf(call)}`;
        if (additions.includes(method))
          throw new Refused(`${where} gives the connection what it has on this thread only.`);
        const [text] = call.arguments;
        const sql = text && executes.includes(method) ? this.textOf(text) : undefined;
        if (sql !== undefined && BOUND.test(sql)) throw new Refused(`${where} is about this connection and no other.`);
        if (sql !== undefined && BYTES.test(sql)) {
          throw new Refused(`The database of ${where} has BLOBs, which arrive as a Uint8Array.`);
        }
        if (!settings.includes(method)) continue;
        const isSetUp = file === declaring && this.#ts.isSourceFile(call.parent.parent);
        if (!isSetUp || this.#names.in(call).length > 1) throw new Refused(`${where} sets the connection up later on.`);
        found.push(call.getText().replace(/^\w+\s*\.\s*/u, ""));
      }
    }
    return found;
  }

  private callsOn(
    database: ts.Symbol,
    file: ts.SourceFile,
  ): readonly { readonly call: ts.CallExpression; readonly method: string }[] {
    const ts = this.#ts;
    return this.#names.in(file).flatMap((name) => {
      const { parent } = name;
      if (!ts.isPropertyAccessExpression(parent) || parent.expression !== name) return [];
      if (!ts.isCallExpression(parent.parent) || parent.parent.expression !== parent) return [];
      return this.symbolOf(name) === database ? [{ call: parent.parent, method: parent.name.text }] : [];
    });
  }

  /** What a function does with a database without waiting, nobody comes in between. */
  private refuseMixed(call: ts.CallExpression, name: ts.Identifier): void {
    const ts = this.#ts;
    const around = ts.findAncestor(call, ts.isFunctionLike);
    if (!around) return;
    const database = this.symbolOf(name);
    const writes = new Set(this.#database.writes);
    const methods: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && this.isOf(node, database)) {
        methods.push(node.expression.name.text);
      }
      ts.forEachChild(node, visit);
    };
    visit(around);
    const ends = methods.filter((method) => method !== this.#database.prepares);
    if (ends.length > 1 && ends.some((method) => writes.has(method))) {
      throw new Refused(`${name.text} is written to in the same function: others could do so in between.`);
    }
  }

  private isOf(call: ts.CallExpression, database: ts.Symbol | undefined): boolean {
    const { root } = this.chain(call);
    if (!this.#ts.isIdentifier(root)) return false;
    if (this.symbolOf(root) === database) return true;
    const standing = this.#names.standing(root, root);
    if (standing.is !== "constant" || !this.#ts.isCallExpression(standing.declaration.initializer)) return false;
    return this.isOf(standing.declaration.initializer, database);
  }

  /** Through imports. */
  private symbolOf(name: ts.Identifier): ts.Symbol | undefined {
    const symbol = this.#names.symbolOf(name);
    const isAlias = symbol !== undefined && (symbol.flags & this.#ts.SymbolFlags.Alias) !== 0;
    return isAlias ? this.#checker.getAliasedSymbol(symbol) : symbol;
  }
}

interface Chain {
  readonly root: ts.Expression;
  readonly calls: readonly ts.CallExpression[];
  readonly methods: readonly string[];
}

function isConst({ NodeFlags }: TypeScript, { declarationList }: ts.VariableStatement): boolean {
  return (declarationList.flags & NodeFlags.Const) !== 0;
}

function shortened(node: ts.Node | undefined): string {
  const text = (node?.getText() ?? "").replaceAll(/\s+/gu, " ");
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
