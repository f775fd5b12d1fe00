/** Names from modules, written as the file writes them: `import` or `require`, with or without `node:`. */
import type ts from "typescript";
import type { TextEdit } from "../../rewriter.js";
import type { TypeScript } from "../declaration.js";
import { type Alias, aliasNamed } from "./aliases.js";
import { type Import, importsOf, requireSpecifier } from "./read-imports.js";
import { Refused } from "./refused.js";
import { isCore, nameOfModule, plainName } from "./specifiers.js";

/** A name that is to be imported. */
interface Addition {
  readonly specifier: string;
  readonly member: string;
  readonly local: string;
  /** The import that shows how this file writes them. */
  readonly like: Import | undefined;
}

/** The imports of one file, and what becomes of them when some of its calls are rewritten. */
export class Imports {
  readonly #ts: TypeScript;
  readonly #file: ts.SourceFile;
  readonly #imports: readonly Import[];
  readonly #additions: Addition[] = [];
  /** Those inside of functions that nothing needs any more. */
  readonly #locals: Import[] = [];
  /** How often the name of an import is no longer needed. */
  readonly #released = new Map<ts.Node, number>();
  /** Names of imports that nothing needs any more. */
  readonly #dropped = new Set<ts.Node>();
  /** Those of them whose modules have to be loaded all the same. */
  readonly #loaded = new Set<ts.Node>();
  /** Other names of imported functions, with how many calls by them are rewritten. */
  readonly #aliases = new Map<string, { readonly alias: Alias; calls: number }>();
  /** More imports, as they are to be written. */
  readonly #written: string[] = [];

  constructor(typescript: TypeScript, file: ts.SourceFile) {
    this.#ts = typescript;
    this.#file = file;
    this.#imports = file.statements.flatMap((statement) => importsOf(this.#ts, statement));
  }

  /** A member of a module, where `module`'s own import shows how this file writes them. */
  named(specifier: string, member: string, module: string): string {
    return this.known(specifier, member) ?? this.added(specifier, member, this.importOf(module));
  }

  /** The module that a name stands for as a whole, wherever it is mentioned. */
  specifierOfWhole(name: string): string | undefined {
    const from = this.#imports.find(({ whole }) => whole?.text === name);
    return from && !this.isDeclaredAgain(name) ? from.specifier.text : undefined;
  }

  /** Where the file names a module to import it. */
  specifierOf(module: string): ts.StringLiteralLike | undefined {
    return this.importOf(module)?.specifier;
  }

  /** A member instead of the imported function that a name stands for, whose import goes when nothing else needs it. */
  insteadOf(name: ts.Identifier, module: string, specifier: string, member: string): string {
    const from = this.#imports.find(
      ({ whole, named }) => whole?.text === name.text || named.some(({ local }) => local.text === name.text),
    );
    if (!from) {
      const written = this.insteadOfAlias(name, module, specifier, member);
      return written ?? this.insteadOfLocal(name, module, specifier, member);
    }
    const element = from.named.find(({ local }) => local.text === name.text)?.element ?? from.whole;
    if (!element || plainName(from.specifier.text) !== plainName(module)) {
      throw new Refused("The function is called under another name, or through a value that holds it.");
    }
    if (element === from.whole && plainName(specifier) === plainName(module)) {
      return this.beside(name, module, specifier, member);
    }
    const written = this.known(specifier, member) ?? this.added(specifier, member, from);
    if (written === name.text) return written;
    this.#released.set(element, (this.#released.get(element) ?? 0) + 1);
    return written;
  }

  /** A member of a module beside a member of `module` that is called on `object`: `fs.promises.readFile`. */
  beside(object: ts.Expression, module: string, specifier: string, member: string): string {
    const from = this.#imports.find(({ whole }) => this.#ts.isIdentifier(object) && whole?.text === object.text);
    const isRequired = this.requiredModule(object);
    const named = from?.specifier.text ?? isRequired;
    if (named === undefined || plainName(named) !== plainName(module)) {
      throw new Refused("The function is called under another name, or through a value that holds it.");
    }
    if (plainName(specifier) === plainName(named)) {
      const isItself = member === "default" && from?.isNamespace !== true;
      return isItself ? object.getText(this.#file) : `${object.getText(this.#file)}.${member}`;
    }
    if (plainName(specifier) === `${plainName(named)}/promises`) {
      return `${object.getText(this.#file)}.promises.${member}`;
    }
    return this.named(specifier, member, module);
  }

  /** Takes an imported name out: its declaration, which nothing needs any more. */
  drop(name: ts.Identifier): void {
    this.#dropped.add(name);
  }

  /** Takes an imported name out, of a module that has to be loaded all the same. */
  dropName(name: ts.Identifier): void {
    this.#dropped.add(name);
    this.#loaded.add(name);
  }

  /** Adds an import behind the others, as it is to be written. */
  write(statement: string): void {
    if (!this.#file.text.includes(statement) && !this.#written.includes(statement)) this.#written.push(statement);
  }

  /** A call that goes: so does the import of what it calls, when nothing else needs it. */
  release(callee: ts.Expression): void {
    if (!this.#ts.isIdentifier(callee)) return;
    const named = this.#imports.flatMap((each) => each.named).find(({ local }) => local.text === callee.text);
    if (named) this.#released.set(named.element, (this.#released.get(named.element) ?? 0) + 1);
  }

  /** What is to be changed at the imports for all the names that were asked for. */
  edits(): readonly TextEdit[] {
    const edits: TextEdit[] = [...this.#locals.map((each) => this.without(each, false)), ...this.withoutAliases()];
    const gone = new Set<ts.Node>(
      this.#imports.flatMap(({ named }) => named.filter((each) => this.isReleased(each)).map(({ element }) => element)),
    );
    const isEmptied = (each: Import): boolean =>
      each.elements.length > 0
        ? each.elements.every((element) => gone.has(element))
        : each.whole !== undefined && this.isReleased({ member: "default", local: each.whole, element: each.whole });
    const replaced = new Set<Import>();
    const anchors = new Set<ts.Node>();
    for (const additions of groupedByModule(this.#additions)) {
      const [{ specifier, like }] = additions;
      const isDefault = additions.some(({ member }) => member === "default");
      const same = isDefault ? undefined : this.namedImportOf(specifier);
      const [first] = same?.elements ?? [];
      const last = same?.elements.at(-1);
      if (same && first && last) {
        const names = additions.map((addition) => this.element(addition, same)).join(", ");
        if (isEmptied(same)) {
          replaced.add(same);
          edits.push({ start: first.getStart(this.#file), end: last.end, text: names });
        } else edits.push({ start: last.end, end: last.end, text: `, ${names}` });
        continue;
      }
      const text = this.importText(specifier, additions, like);
      if (
        like &&
        isEmptied(like) &&
        !this.isLoaded(like) &&
        !(like.whole && like.elements.length > 0) &&
        !replaced.has(like)
      ) {
        replaced.add(like);
        edits.push({ ...spanOf(like.statement, this.#file), text });
        continue;
      }
      const lineBreak = this.#file.text.includes("\r\n") ? "\r\n" : "\n";
      const after = like?.statement ?? this.#imports.at(-1)?.statement;
      if (after) anchors.add(after);
      const start = after?.end ?? this.startOfCode();
      edits.push({ start, end: start, text: after ? `${lineBreak}${text}` : `${text}${lineBreak}` });
    }
    edits.push(...this.writtenEdits(anchors));
    for (const each of this.#imports) {
      if (replaced.has(each)) continue;
      if (isEmptied(each) && this.isLoaded(each)) edits.push(this.bare(each));
      else if (isEmptied(each)) edits.push(this.without(each, anchors.has(each.statement)));
      else edits.push(...this.withoutElements(each, gone));
    }
    return edits;
  }

  /** `const derive = crypto.pbkdf2Sync`: the twin of what the constant stands for. */
  private insteadOfAlias(name: ts.Identifier, module: string, specifier: string, member: string): string | undefined {
    const known = this.#aliases.get(name.text);
    const alias = known?.alias ?? aliasNamed(this.#ts, this.#file, name.text);
    if (!alias) return undefined;
    const { holder, isMember } = alias;
    const from = this.#imports.find(({ named }) => named.some(({ local }) => local.text === holder.text));
    if (!isMember && (!from || plainName(from.specifier.text) !== plainName(module))) return undefined;
    const written = isMember
      ? this.beside(holder, module, specifier, member)
      : (this.known(specifier, member) ?? this.added(specifier, member, from));
    this.#aliases.set(name.text, { alias, calls: (known?.calls ?? 0) + 1 });
    return written;
  }

  /** Those that nothing needs any more. */
  private withoutAliases(): readonly TextEdit[] {
    return [...this.#aliases].flatMap(([name, { alias, calls }]): readonly TextEdit[] => {
      const { removable, element, holder, isMember } = alias;
      // Its declaration mentions it as well.
      if (!removable || calls + 1 < this.occurrences(name)) return [];
      const { statement, elements } = removable;
      if (elements.length > 1) return this.withoutElements({ elements }, new Set([element]));
      if (!isMember) this.release(holder);
      return [this.without({ statement, elements: [] }, false)];
    });
  }

  /** `const name = require("module").member` inside of a function, used there once. */
  private insteadOfLocal(name: ts.Identifier, module: string, specifier: string, member: string): string {
    const block = this.#ts.findAncestor(name, (node) => this.#ts.isBlock(node));
    for (const statement of block?.statements ?? []) {
      if (!this.#ts.isVariableStatement(statement)) continue;
      const [from] = importsOf(this.#ts, statement);
      const isIt = from?.isMember === true && from.named.some(({ local }) => local.text === name.text);
      if (!isIt || plainName(from.specifier.text) !== plainName(module)) continue;
      if (plainName(specifier) !== plainName(module) || this.occurrences(name.text) !== 2) break;
      this.#locals.push(from);
      const required = from.specifier.parent.getText(this.#file);
      return member === "default" ? required : `${required}.${member}`;
    }
    throw new Refused("The function is called under another name, or through a value that holds it.");
  }

  private writtenEdits(anchors: Set<ts.Node>): readonly TextEdit[] {
    const lineBreak = this.#file.text.includes("\r\n") ? "\r\n" : "\n";
    const after = this.#imports.at(-1)?.statement;
    if (after && this.#written.length > 0) anchors.add(after);
    const start = after?.end ?? this.startOfCode();
    return this.#written.map((text) => {
      return { start, end: start, text: after ? `${lineBreak}${text}` : `${text}${lineBreak}` };
    });
  }

  private isReleased({ local, element }: Import["named"][number]): boolean {
    if (this.#dropped.has(local)) return true;
    const released = this.#released.get(element) ?? 0;
    return released > 0 && released === this.occurrences(local.text);
  }

  /** What the file calls a member already. */
  private known(specifier: string, member: string): string | undefined {
    const added = this.#additions.find(
      (each) => plainName(each.specifier) === plainName(specifier) && each.member === member,
    );
    if (added) return added.local;
    for (const { specifier: named, whole, named: members, isType, isNamespace } of this.#imports) {
      if (isType) continue;
      const localOf = (name: string): string | undefined => {
        const local = members.find((each) => each.member === name)?.local.text;
        return local !== undefined && !this.isDeclaredAgain(local) ? local : undefined;
      };
      if (plainName(named.text) === plainName(specifier)) {
        const local = localOf(member);
        if (local !== undefined) return local;
        if (whole && !this.isDeclaredAgain(whole.text)) {
          return member === "default" && isNamespace !== true ? whole.text : `${whole.text}.${member}`;
        }
      }
      // `import { promises } from "node:fs"`
      if (`${plainName(named.text)}/promises` === plainName(specifier)) {
        const promises = localOf("promises");
        if (promises !== undefined) return `${promises}.${member}`;
      }
    }
    return undefined;
  }

  private added(specifier: string, member: string, like: Import | undefined): string {
    const local = this.freeName(member === "default" ? nameOfModule(specifier) : member);
    this.#additions.push({ specifier, member, local, like });
    return local;
  }

  private isLoaded({ whole, named }: Import): boolean {
    return [...(whole ? [whole] : []), ...named.map(({ local }) => local)].some((name) => this.#loaded.has(name));
  }

  /** `import { db } from "./database.js";` → `import "./database.js";` */
  private bare({ specifier, statement }: Import): TextEdit {
    const end = statement.getText(this.#file).endsWith(";") ? ";" : "";
    const module = specifier.getText(this.#file);
    const text = this.#ts.isImportDeclaration(statement) ? `import ${module}${end}` : `require(${module})${end}`;
    return { ...spanOf(statement, this.#file), text };
  }

  private importText(specifier: string, additions: readonly Addition[], like: Import | undefined): string {
    const statement = like?.statement.getText(this.#file) ?? `import "";`;
    const style = like ?? this.#imports.findLast(({ specifier: { text } }) => isCore(text)) ?? this.#imports.at(-1);
    const quote = style?.specifier.getText(this.#file)[0] ?? '"';
    const end = (style?.statement.getText(this.#file) ?? statement).endsWith(";") ? ";" : "";
    const hasPrefix = style === undefined || !isCore(style.specifier.text) || style.specifier.text.startsWith("node:");
    const named = hasPrefix ? specifier : plainName(specifier);
    const isRequire = like ? !this.#ts.isImportDeclaration(like.statement) : !this.isModule();
    const keyword = isRequire ? (/^\w+/u.exec(statement)?.[0] ?? "const") : "import";
    const whole = additions.find(({ member }) => member === "default")?.local;
    const names = additions
      .filter(({ member }) => member !== "default")
      .map(({ member, local }) =>
        local === member ? member : isRequire ? `${member}: ${local}` : `${member} as ${local}`,
      )
      .join(", ");
    const bound = names === "" ? whole : whole === undefined ? `{ ${names} }` : `${whole}, { ${names} }`;
    if (bound === undefined) return "";
    if (!isRequire) return `import ${bound} from ${quote}${named}${quote}${end}`;
    if (whole !== undefined && names !== "") throw new Refused("Two changes would be made to the same import.");
    return `${keyword === "import" ? "const" : keyword} ${bound} = require(${quote}${named}${quote})${end}`;
  }

  private element({ member, local }: Addition, { statement }: Import): string {
    if (local === member) return member;
    return this.#ts.isImportDeclaration(statement) ? `${member} as ${local}` : `${member}: ${local}`;
  }

  /** Some of an import's names taken out. */
  private withoutElements({ elements }: Pick<Import, "elements">, gone: ReadonlySet<ts.Node>): TextEdit[] {
    let isBehindKept = false;
    return elements.flatMap((element, index): TextEdit[] => {
      const [previous, next] = [elements[index - 1], elements[index + 1]];
      if (!gone.has(element)) {
        isBehindKept = true;
        return [];
      }
      if (isBehindKept && previous) return [{ start: previous.end, end: element.end, text: "" }];
      return next ? [{ start: element.getStart(this.#file), end: next.getStart(this.#file), text: "" }] : [];
    });
  }

  /** An import that nothing is left of. */
  private without(
    { statement, whole, elements: [element] }: Pick<Import, "statement" | "whole" | "elements">,
    isAnchor: boolean,
  ): TextEdit {
    if (whole && element && !this.#dropped.has(whole)) {
      // `import fs, { readFileSync } from "fs"`: the comma goes with the braces.
      return { start: whole.end, end: element.parent.end, text: "" };
    }
    const { text } = this.#file;
    const end = /\r?\n/uy;
    end.lastIndex = statement.end;
    const isLine = !isAnchor && end.test(text);
    const start = statement.getStart(this.#file);
    const indentation = isLine ? (/[^\S\r\n]*$/u.exec(text.slice(0, start))?.[0].length ?? 0) : 0;
    return { start: start - indentation, end: isLine ? end.lastIndex : statement.end, text: "" };
  }

  /** The member's own name, unless the file uses it for something else. */
  private freeName(member: string): string {
    const isTaken = (name: string): boolean =>
      this.occurrences(name) > 0 ||
      this.#additions.some(({ local }) => local === name) ||
      this.#imports.some(({ whole, named }) => whole?.text === name || named.some(({ local }) => local.text === name));
    const free = [member, `${member}Async`].find((name) => !isTaken(name));
    if (free === undefined) throw new Refused(`The file uses the name ${member} for something else.`);
    return free;
  }

  /** How often a name is mentioned, not counting its own import and members of other things. */
  private occurrences(name: string): number {
    let count = 0;
    const visit = (node: ts.Node): void => {
      if (this.#ts.isIdentifier(node) && node.text === name && !this.isMemberName(node)) count++;
      this.#ts.forEachChild(node, visit);
    };
    for (const statement of this.#file.statements) {
      if (!this.#imports.some((each) => each.statement === statement)) visit(statement);
    }
    return count;
  }

  /** Whether a name that is imported stands for something else somewhere in the file. */
  private isDeclaredAgain(name: string): boolean {
    const visit = (node: ts.Node): boolean =>
      (this.#ts.isIdentifier(node) && node.text === name && this.isDeclaringName(node)) ||
      this.#ts.forEachChild(node, visit) === true;
    return this.#file.statements.some(
      (statement) => !this.#imports.some((each) => each.statement === statement) && visit(statement),
    );
  }

  private isDeclaringName(node: ts.Identifier): boolean {
    const { parent } = node;
    return (
      (this.#ts.isVariableDeclaration(parent) ||
        this.#ts.isParameter(parent) ||
        this.#ts.isBindingElement(parent) ||
        this.#ts.isFunctionDeclaration(parent) ||
        this.#ts.isFunctionExpression(parent) ||
        this.#ts.isClassLike(parent)) &&
      parent.name === node
    );
  }

  private isMemberName(node: ts.Identifier): boolean {
    const { parent } = node;
    if (this.#ts.isPropertyAccessExpression(parent)) return parent.name === node;
    if (this.#ts.isPropertyAssignment(parent) || this.#ts.isMethodDeclaration(parent)) return parent.name === node;
    return this.#ts.isQualifiedName(parent) && parent.right === node;
  }

  /** An import that more names of the module can be added to. */
  private namedImportOf(module: string): Import | undefined {
    return this.#imports.find(
      ({ specifier, named, isType, isMember }) =>
        !isType && isMember !== true && named.length > 0 && plainName(specifier.text) === plainName(module),
    );
  }

  private importOf(module: string): Import | undefined {
    return this.#imports.find(({ specifier, isType }) => !isType && plainName(specifier.text) === plainName(module));
  }

  /** `require("fs")` right where it is used. */
  private requiredModule(object: ts.Expression): string | undefined {
    return requireSpecifier(this.#ts, object)?.text;
  }

  private isModule(): boolean {
    return this.#file.statements.some(
      (statement) =>
        this.#ts.isImportDeclaration(statement) ||
        this.#ts.isExportDeclaration(statement) ||
        this.#ts.isExportAssignment(statement) ||
        (this.#ts.canHaveModifiers(statement) &&
          this.#ts.getModifiers(statement)?.some(({ kind }) => kind === this.#ts.SyntaxKind.ExportKeyword) === true),
    );
  }

  /** Behind a hash-bang line and directives. */
  private startOfCode(): number {
    const first = this.#file.statements.find(
      (statement) => !this.#ts.isExpressionStatement(statement) || !this.#ts.isStringLiteral(statement.expression),
    );
    return first?.getStart(this.#file) ?? this.#file.text.length;
  }
}

function groupedByModule(additions: readonly Addition[]): Iterable<readonly [Addition, ...Addition[]]> {
  const groups = new Map<string, [Addition, ...Addition[]]>();
  for (const addition of additions) {
    const group = groups.get(plainName(addition.specifier));
    if (group) group.push(addition);
    else groups.set(plainName(addition.specifier), [addition]);
  }
  return groups.values();
}

function spanOf(node: ts.Node, file: ts.SourceFile): { readonly start: number; readonly end: number } {
  return { start: node.getStart(file), end: node.end };
}
