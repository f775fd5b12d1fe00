/** The tasks that leave one file, and what becomes of it, of its worker file, of the pool and of the manifest. */
import type ts from "typescript";
import type { OffloadCall, OtherFile, TextEdit } from "../../rewriter.js";
import type { TypeScript } from "../declaration.js";
import { awaitAround } from "../rewriting/await-operator.js";
import type { Imports } from "../rewriting/imports.js";
import { Refused } from "../rewriting/refused.js";
import { withDependency } from "./manifest.js";
import { type ImportedName, type ModuleConstant, Names } from "./names.js";
import { notesOn, type Places, type Placing, placing } from "./placing.js";
import { poolModule, type Style } from "./pool-module.js";
import { isImport, startWithComments } from "./statements.js";
import { type Task, taskOf, type TaskSource } from "./task.js";
import { type NamedTask, namesIn, workerEdits, type WorkerFile } from "./worker-module.js";

export class Offloads {
  readonly #ts: TypeScript;
  readonly #source: TaskSource;
  readonly #places: Places;
  readonly #imports: Imports;
  readonly #tasks: NamedTask[] = [];
  readonly #requests: OffloadCall[] = [];
  #placing: Placing | undefined;
  #taken: ReadonlySet<string> | undefined;

  constructor(source: TaskSource, places: Places, imports: Imports) {
    this.#ts = source.typescript;
    this.#source = source;
    this.#places = places;
    this.#imports = imports;
  }

  private get file(): ts.SourceFile {
    return this.#source.file;
  }

  private get place(): Placing {
    return (this.#placing ??= placing(this.#ts, this.#places, this.file));
  }

  get notes(): readonly string[] {
    const [request] = this.#requests;
    return this.#tasks.length === 0 || !request ? [] : notesOn(this.place, request);
  }

  /** @returns the edits at the call itself; none where it goes along with what is around it */
  add(call: ts.CallExpression, request: OffloadCall): readonly TextEdit[] {
    this.#requests.push(request);
    if (this.#tasks.some(({ task }) => isMoved(task, call))) return [];
    const task = taskOf(this.#source, call, request);
    const name = this.nameOf(task);
    this.#tasks.push({ name, task });
    return [this.replacement(task, name)];
  }

  /** Edits at the imports and constants, which only make sense when all tasks are known. */
  edits(): readonly TextEdit[] {
    if (this.#tasks.length === 0) return [];
    return [...this.constantsGone(), this.workerName()];
  }

  /** To be called before the imports' own edits. */
  addImports(): void {
    if (this.#tasks.length === 0) return;
    const [like] = [...(this.#tasks[0]?.task.needs.imports.values() ?? [])];
    this.#imports.named(this.place.poolSpecifier, "runTask", like?.specifier ?? "");
    const used = new Usage(this.#source, this.#tasks);
    for (const each of used.importsGone()) this.#imports.drop(each.declaration);
    const { isTypeScript, workerSpecifier } = this.place;
    const { quote: q, end } = this.style();
    for (const { declaration } of used.connectionsGone()) this.#imports.dropName(declaration);
    if (isTypeScript) this.#imports.write(`import type * as ${this.tasksName} from ${q}${workerSpecifier}${q}${end}`);
  }

  others(): readonly OtherFile[] {
    const [request] = this.#requests;
    if (this.#tasks.length === 0 || !request) return [];
    const { pool, throwingObjects } = request;
    const { host } = this.#places;
    const { worker, pool: poolFile, manifest } = this.place;
    const style = this.style();
    const existing = this.existing(worker);
    const own = this.place.workerSpecifier.replace(/\.worker(?=\.[cm]?[jt]s$|$)/u, "");
    const others: OtherFile[] = [
      {
        file: worker,
        isNew: existing.isNew,
        edits: workerEdits(this.#ts, this.file, existing, this.#tasks, { style, own, throwingObjects }),
      },
    ];
    if (!host.fileExists(poolFile)) {
      others.push({ file: poolFile, isNew: true, edits: [{ start: 0, end: 0, text: poolModule(style, pool.module) }] });
    }
    const edits = withDependency(manifest, pool);
    if (edits.length > 0) others.push({ file: manifest.file, isNew: false, edits });
    return others;
  }

  private existing(worker: string): WorkerFile {
    const text = this.#places.host.fileExists(worker) ? this.#places.host.readFile(worker) : undefined;
    return { text: text ?? "", isNew: text === undefined };
  }

  private nameOf(task: Task): string {
    this.#taken ??= namesIn(this.#ts, this.existing(this.place.worker).text);
    const isTaken = (name: string): boolean =>
      this.#taken?.has(name) === true ||
      this.#tasks.some(
        (each) => each.name === name || each.task.needs.imports.has(name) || each.task.needs.constants.has(name),
      ) ||
      task.needs.imports.has(name) ||
      task.needs.constants.has(name) ||
      task.needs.types.has(name);
    for (let count = 1; ; count++) {
      const name = count === 1 ? task.name : count === 2 ? `${task.name}Task` : `${task.name}Task${String(count - 1)}`;
      if (!isTaken(name)) return name;
    }
  }

  private replacement(task: Task, name: string): TextEdit {
    const { moved, result, isPromise, isAsync, signal } = task;
    const type = this.place.isTypeScript ? `<typeof ${this.tasksName}.${name}>` : "";
    const q = this.style().quote;
    const inputs = task.inputs.map((input) =>
      input.name === input.value ? input.name : `${input.name}: ${input.value}`,
    );
    const input = inputs.length === 0 ? (signal === undefined ? "" : ", undefined") : `, { ${inputs.join(", ")} }`;
    const none = inputs.length === 0 && signal === undefined && this.place.isTypeScript ? ", undefined" : input;
    const run = `runTask${type}(${this.workerConstant}, ${q}${name}${q}${none}${signal === undefined ? "" : `, ${signal}`})`;
    const start = moved.getStart(this.file);
    const span = { start, end: moved.end };
    const { end, lineBreak } = this.style();
    if (task.code.is === "block") {
      const waiting = isPromise && !isAsync ? "" : "await ";
      const indentation = "  ";
      return { ...span, text: ["{", `${indentation}return ${waiting}${run}${end}`, "}"].join(lineBreak) };
    }
    const expression = moved as ts.Expression;
    if (this.#ts.isFunctionLike(expression.parent)) return { ...span, text: isPromise ? run : `await ${run}` };
    if (isPromise && !this.#ts.isAwaitExpression(expression.parent)) {
      return { ...span, text: result.isBuffer ? `${run}.then((bytes) => Buffer.from(bytes))` : run };
    }
    if (result.isBuffer) {
      const isAwaited = this.#ts.isAwaitExpression(expression.parent);
      return { ...span, text: isAwaited ? `${run}.then((bytes) => Buffer.from(bytes))` : `Buffer.from(await ${run})` };
    }
    const [opening, closing] = awaitAround(this.#ts, expression);
    return { ...span, text: opening + run + closing };
  }

  private get workerConstant(): string {
    return this.free(["worker", "workerFile", "poolWorker"]);
  }

  private get tasksName(): string {
    return this.free(["tasks", "workerTasks", "poolTasks"]);
  }

  /** The first name that the file does not use, but for what an earlier fix brought in. */
  private free(names: readonly string[]): string {
    const { text } = this.file;
    const free = names.find(
      (name) =>
        !new RegExp(`(?<![.\\w$])${name}\\b(?!\\s*:)`, "u").test(text) ||
        text.includes(`const ${name} = ${this.workerPath()}`) ||
        text.includes(`import type * as ${name} from`),
    );
    if (free === undefined) throw new Refused(`The file uses the name ${names[0] ?? ""} for something else.`);
    return free;
  }

  private workerPath(): string {
    const { isModule, workerAtRunTime } = this.place;
    const q = this.style().quote;
    return isModule
      ? `new URL(${q}${workerAtRunTime}${q}, import.meta.url).href`
      : `\`\${__dirname}/${workerAtRunTime.replace(/^\.\//u, "")}\``;
  }

  /** How the file calls its worker. */
  private workerName(): TextEdit {
    const { end, lineBreak } = this.style();
    const constant = `const ${this.workerConstant} = ${this.workerPath()}${end}`;
    const start = this.startOfCode();
    if (this.file.text.includes(constant)) return { start, end: start, text: "" };
    const isApart = /(?:^|\n\s*)\n$/u.test(this.file.text.slice(0, start));
    return { start, end: start, text: (isApart ? "" : lineBreak) + constant + lineBreak + lineBreak };
  }

  /** Behind the imports, in front of the comments of what comes next. */
  private startOfCode(): number {
    const { statements, text } = this.file;
    const last = statements.findLastIndex((statement) => isImport(this.#ts, statement));
    const next = statements[last + 1];
    if (!next) return text.length;
    return startWithComments(this.#ts, this.file, next);
  }

  /** Constants that nothing here needs any more. */
  private constantsGone(): readonly TextEdit[] {
    const used = new Usage(this.#source, this.#tasks);
    const statements = [
      ...used.constantsGone().map(({ statement }) => statement),
      ...this.#tasks.flatMap(({ task }) => task.along),
    ];
    return statements.map((statement) => this.without(statement));
  }

  private without(statement: ts.Statement): TextEdit {
    const { text } = this.file;
    let start = startWithComments(this.#ts, this.file, statement);
    let { end } = statement;
    const lineStart = text.lastIndexOf("\n", start - 1) + 1;
    if (/^[ \t]*$/u.test(text.slice(lineStart, start))) start = lineStart;
    const rest = /[ \t]*\r?\n/uy;
    rest.lastIndex = end;
    if (rest.test(text)) end = rest.lastIndex;
    const isAfterBlank = /(?:^|\n)\r?\n$/u.test(text.slice(0, start));
    const blank = /\r?\n/uy;
    blank.lastIndex = end;
    if (isAfterBlank && blank.test(text)) end = blank.lastIndex;
    return { start, end, text: "" };
  }

  private style(): Style {
    const { text } = this.file;
    const { isTypeScript, isModule } = this.place;
    const [first] = this.file.statements.filter((statement) => isImport(this.#ts, statement));
    const written = first?.getText(this.file) ?? `import "";`;
    return {
      quote: written.includes("'") ? "'" : '"',
      end: written.endsWith(";") ? ";" : "",
      lineBreak: text.includes("\r\n") ? "\r\n" : "\n",
      isTypeScript,
      isRequiring: !isTypeScript && !isModule,
    };
  }
}

/** What the file still needs of its imports and constants when the tasks are gone. */
class Usage {
  readonly #source: TaskSource;
  readonly #tasks: readonly NamedTask[];
  readonly #names: Names;

  constructor(source: TaskSource, tasks: readonly NamedTask[]) {
    this.#source = source;
    this.#tasks = tasks;
    this.#names = new Names(source.typescript, source.checker);
  }

  constantsGone(): readonly ModuleConstant[] {
    const candidates = new Map<string, ModuleConstant>();
    for (const { task } of this.#tasks) for (const [name, each] of task.needs.constants) candidates.set(name, each);
    const gone: ModuleConstant[] = [];
    // One that goes may have been the last to need another.
    for (let known = -1; known !== gone.length;) {
      known = gone.length;
      for (const each of candidates.values()) {
        const isExported = /^export\b/u.test(each.statement.getText(this.#source.file));
        if (!gone.includes(each) && !isExported && !this.isUsed(each.declaration.name, gone)) gone.push(each);
      }
    }
    return gone;
  }

  importsGone(): readonly ImportedName[] {
    const gone = this.constantsGone();
    const candidates = new Map<string, ImportedName>();
    for (const { task } of this.#tasks) for (const [name, each] of task.needs.imports) candidates.set(name, each);
    return [...candidates.values()].filter(({ declaration }) => !this.isUsed(declaration, gone));
  }

  /** Of modules that have to be loaded all the same. */
  connectionsGone(): readonly ImportedName[] {
    const gone = this.constantsGone();
    const candidates = new Map(this.#tasks.flatMap(({ task: { from } }) => (from ? [[from.local, from]] : [])));
    return [...candidates.values()].filter(({ declaration }) => !this.isUsed(declaration, gone));
  }

  private isUsed(declaration: ts.Identifier, gone: readonly ModuleConstant[]): boolean {
    return this.#names.in(this.#source.file).some((name) => {
      if (name === declaration || name.text !== declaration.text) return false;
      if (
        this.#source.typescript.isImportSpecifier(name.parent) ||
        this.#source.typescript.isBindingElement(name.parent)
      ) {
        if (name.parent === declaration.parent) return false;
      }
      const isGone = gone.some(({ statement }) => contains(statement, name));
      return !isGone && !this.#tasks.some(({ task }) => isMoved(task, name));
    });
  }
}

function isMoved({ moved, kept, along }: Task, node: ts.Node): boolean {
  if (along.some((statement) => contains(statement, node))) return true;
  return contains(moved, node) && !kept.some((each) => contains(each, node));
}

function contains(outer: ts.Node, inner: ts.Node): boolean {
  return outer.pos <= inner.pos && inner.end <= outer.end;
}
