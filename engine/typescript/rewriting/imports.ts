/** Names from modules, written as the file writes them: `import` or `require`, with or without `node:`. */
import type ts from "typescript";
import type { TextEdit } from "../../rewriter.js";
import type { TypeScript } from "../declaration.js";
import { Refused } from "./refused.js";

/** How to write a name, and what must be imported for it. */
export interface Written {
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

/** A statement that brings names of a module in. */
interface Import {
  readonly specifier: ts.StringLiteralLike;
  readonly statement: ts.Statement;
  /** The name that stands for the whole module. */
  readonly whole?: ts.Identifier;
  /** The names that stand for members of it. */
  readonly named: readonly { readonly member: string; readonly local: ts.Identifier; readonly element: ts.Node }[];
  /** `import type`, which brings in no values. */
  readonly isType: boolean;
}

export class Imports {
  readonly #ts: TypeScript;
  readonly #file: ts.SourceFile;
  readonly #imports: readonly Import[];

  constructor(typescript: TypeScript, file: ts.SourceFile) {
    this.#ts = typescript;
    this.#file = file;
    this.#imports = file.statements.flatMap((statement) => this.#read(statement));
  }

  /** A member of a module, where `module`'s own import shows how this file writes them. */
  named(specifier: string, member: string, module: string): Written {
    const known = this.#known(specifier, member);
    if (known) return { text: known, edits: [] };
    return this.#added(specifier, member, this.#importOf(module));
  }

  /** A member instead of the imported function that a name stands for, whose import goes when nothing else needs it. */
  insteadOf(name: ts.Identifier, module: string, specifier: string, member: string): Written {
    const from = this.#imports.find(({ named }) => named.some(({ local }) => local.text === name.text));
    const element = from?.named.find(({ local }) => local.text === name.text)?.element;
    if (!from || !element || plainName(from.specifier.text) !== plainName(module)) {
      throw new Refused("The function is called under another name, or through a value that holds it.");
    }
    if (this.#occurrences(name.text) > 1) return this.named(specifier, member, module);
    const known = this.#known(specifier, member);
    if (known) return { text: known, edits: [this.#without(from, element)] };
    if (from.named.length > 1 || from.whole || (this.#namedImportOf(specifier) ?? from) !== from) {
      const added = this.#added(specifier, member, from);
      return { text: added.text, edits: [this.#without(from, element), ...added.edits] };
    }
    if (plainName(from.specifier.text) === plainName(specifier)) {
      const local = this.#freeName(member);
      const text = local === member ? member : this.#renamed(member, local, from);
      return { text: local, edits: [{ ...spanOf(element, this.#file), text }] };
    }
    const local = this.#freeName(member);
    const text = this.#importText(specifier, member, local, from);
    return { text: local, edits: [{ ...spanOf(from.statement, this.#file), text }] };
  }

  /** A member of a module beside a member of `module` that is called on `object`: `fs.promises.readFile`. */
  beside(object: ts.Expression, module: string, specifier: string, member: string): Written {
    const from = this.#imports.find(({ whole }) => this.#ts.isIdentifier(object) && whole?.text === object.text);
    const isRequired = this.#requiredModule(object);
    const named = from?.specifier.text ?? isRequired;
    if (named === undefined || plainName(named) !== plainName(module)) {
      throw new Refused("The function is called under another name, or through a value that holds it.");
    }
    if (plainName(specifier) === plainName(named))
      return { text: `${object.getText(this.#file)}.${member}`, edits: [] };
    if (plainName(specifier) === `${plainName(named)}/promises`) {
      return { text: `${object.getText(this.#file)}.promises.${member}`, edits: [] };
    }
    return this.named(specifier, member, module);
  }

  /** What the file calls a member already. */
  #known(specifier: string, member: string): string | undefined {
    for (const { specifier: named, whole, named: members, isType } of this.#imports) {
      if (isType) continue;
      if (plainName(named.text) === plainName(specifier)) {
        const local = members.find((each) => each.member === member)?.local.text;
        if (local !== undefined) return local;
        if (whole) return `${whole.text}.${member}`;
      }
      // `import { promises } from "node:fs"`
      if (`${plainName(named.text)}/promises` === plainName(specifier)) {
        const promises = members.find((each) => each.member === "promises")?.local.text;
        if (promises !== undefined) return `${promises}.${member}`;
      }
    }
    return undefined;
  }

  #added(specifier: string, member: string, like: Import | undefined): Written {
    const local = this.#freeName(member);
    const same = this.#namedImportOf(specifier);
    const last = same?.named.at(-1);
    if (same && last) {
      const text = `, ${local === member ? member : this.#renamed(member, local, same)}`;
      return { text: local, edits: [{ start: last.element.end, end: last.element.end, text }] };
    }
    const after = like?.statement ?? this.#imports.at(-1)?.statement;
    const text = this.#importText(specifier, member, local, like);
    const lineBreak = this.#file.text.includes("\r\n") ? "\r\n" : "\n";
    if (after) return { text: local, edits: [{ start: after.end, end: after.end, text: `${lineBreak}${text}` }] };
    const start = this.#startOfCode();
    return { text: local, edits: [{ start, end: start, text: `${text}${lineBreak}` }] };
  }

  #importText(specifier: string, member: string, local: string, like: Import | undefined): string {
    const statement = like?.statement.getText(this.#file) ?? `import "";`;
    const quote = like?.specifier.getText(this.#file)[0] ?? '"';
    const end = statement.endsWith(";") ? ";" : "";
    const hasPrefix = like === undefined || !isCore(like.specifier.text) || like.specifier.text.startsWith("node:");
    const named = hasPrefix ? specifier : plainName(specifier);
    const isRequire = like ? !this.#ts.isImportDeclaration(like.statement) : !this.#isModule();
    const keyword = isRequire ? (/^\w+/u.exec(statement)?.[0] ?? "const") : "import";
    const names = local === member ? member : isRequire ? `${member}: ${local}` : `${member} as ${local}`;
    return isRequire
      ? `${keyword} { ${names} } = require(${quote}${named}${quote})${end}`
      : `import { ${names} } from ${quote}${named}${quote}${end}`;
  }

  #renamed(member: string, local: string, { statement }: Import): string {
    return this.#ts.isImportDeclaration(statement) ? `${member} as ${local}` : `${member}: ${local}`;
  }

  /** The import without one of its names, or nothing of it when that was the only one. */
  #without({ statement, named, whole }: Import, element: ts.Node): TextEdit {
    const index = named.findIndex((each) => each.element === element);
    const [previous, next] = [named[index - 1], named[index + 1]];
    if (next) return { start: element.getStart(this.#file), end: next.element.getStart(this.#file), text: "" };
    if (previous) return { start: previous.element.end, end: element.end, text: "" };
    if (whole) {
      // `import fs, { readFileSync } from "fs"`: the comma goes with the braces.
      return { start: whole.end, end: element.parent.end, text: "" };
    }
    const { text } = this.#file;
    const end = /\r?\n/uy;
    end.lastIndex = statement.end;
    return { start: statement.getStart(this.#file), end: end.test(text) ? end.lastIndex : statement.end, text: "" };
  }

  /** The member's own name, unless the file uses it for something else. */
  #freeName(member: string): string {
    const free = [member, `${member}Async`].find((name) => this.#occurrences(name) === 0);
    if (free === undefined) throw new Refused(`The file uses the name ${member} for something else.`);
    return free;
  }

  /** How often a name is mentioned, not counting its own import and members of other things. */
  #occurrences(name: string): number {
    let count = 0;
    const visit = (node: ts.Node): void => {
      if (this.#ts.isIdentifier(node) && node.text === name && !this.#isMemberName(node)) count++;
      this.#ts.forEachChild(node, visit);
    };
    for (const statement of this.#file.statements) {
      if (!this.#imports.some((each) => each.statement === statement)) visit(statement);
    }
    return count;
  }

  #isMemberName(node: ts.Identifier): boolean {
    const { parent } = node;
    if (this.#ts.isPropertyAccessExpression(parent)) return parent.name === node;
    if (this.#ts.isPropertyAssignment(parent) || this.#ts.isMethodDeclaration(parent)) return parent.name === node;
    return this.#ts.isQualifiedName(parent) && parent.right === node;
  }

  /** An import that more names of the module can be added to. */
  #namedImportOf(module: string): Import | undefined {
    return this.#imports.find(
      ({ specifier, named, isType }) => !isType && named.length > 0 && plainName(specifier.text) === plainName(module),
    );
  }

  #importOf(module: string): Import | undefined {
    return this.#imports.find(({ specifier, isType }) => !isType && plainName(specifier.text) === plainName(module));
  }

  #read(statement: ts.Statement): Import[] {
    if (this.#ts.isImportDeclaration(statement) && this.#ts.isStringLiteral(statement.moduleSpecifier)) {
      const { importClause, moduleSpecifier: specifier } = statement;
      const bindings = importClause?.namedBindings;
      const whole = bindings && this.#ts.isNamespaceImport(bindings) ? bindings.name : importClause?.name;
      const elements = bindings && this.#ts.isNamedImports(bindings) ? [...bindings.elements] : [];
      const named = elements
        .filter(({ isTypeOnly }) => !isTypeOnly)
        .map((element) => ({ member: (element.propertyName ?? element.name).text, local: element.name, element }));
      const isType = importClause?.phaseModifier === this.#ts.SyntaxKind.TypeKeyword;
      return [{ specifier, statement, named, isType, ...(whole && { whole }) }];
    }
    if (this.#ts.isImportEqualsDeclaration(statement)) {
      const { moduleReference, name, isTypeOnly } = statement;
      return this.#ts.isExternalModuleReference(moduleReference) && this.#ts.isStringLiteral(moduleReference.expression)
        ? [{ specifier: moduleReference.expression, statement, whole: name, named: [], isType: isTypeOnly }]
        : [];
    }
    if (!this.#ts.isVariableStatement(statement)) return [];
    const [declaration, ...others] = statement.declarationList.declarations;
    const specifier = declaration?.initializer && this.#requireSpecifier(declaration.initializer);
    if (!declaration || !specifier || others.length > 0) return [];
    const { name } = declaration;
    if (this.#ts.isIdentifier(name)) return [{ specifier, statement, whole: name, named: [], isType: false }];
    if (!this.#ts.isObjectBindingPattern(name)) return [];
    const named = name.elements.flatMap((element) => {
      const member = element.propertyName ?? element.name;
      return this.#ts.isIdentifier(member) && this.#ts.isIdentifier(element.name) && !element.dotDotDotToken
        ? [{ member: member.text, local: element.name, element }]
        : [];
    });
    return [{ specifier, statement, named, isType: false }];
  }

  #requireSpecifier(node: ts.Expression): ts.StringLiteralLike | undefined {
    if (!this.#ts.isCallExpression(node) || !this.#ts.isIdentifier(node.expression)) return undefined;
    const [argument] = node.arguments;
    return node.expression.text === "require" && argument && this.#ts.isStringLiteralLike(argument)
      ? argument
      : undefined;
  }

  /** `require("fs")` right where it is used. */
  #requiredModule(object: ts.Expression): string | undefined {
    return this.#requireSpecifier(object)?.text;
  }

  #isModule(): boolean {
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
  #startOfCode(): number {
    const first = this.#file.statements.find(
      (statement) => !this.#ts.isExpressionStatement(statement) || !this.#ts.isStringLiteral(statement.expression),
    );
    return first?.getStart(this.#file) ?? this.#file.text.length;
  }
}

function plainName(specifier: string): string {
  return specifier.replace(/^node:/u, "");
}

/** Whether the same module could be written with `node:` in front. */
function isCore(specifier: string): boolean {
  return specifier.startsWith("node:") || CORE.has(specifier.split("/", 1)[0] ?? "");
}

/** Those that have asynchronous twins. */
const CORE: ReadonlySet<string> = new Set(["child_process", "crypto", "dns", "fs", "util", "zlib"]);

function spanOf(node: ts.Node, file: ts.SourceFile): { readonly start: number; readonly end: number } {
  return { start: node.getStart(file), end: node.end };
}
