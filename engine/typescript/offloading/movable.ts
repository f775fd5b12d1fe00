/** Code that means the same in another module on another thread: what it brings along, and what it has to be given. */
import type ts from "typescript";
import type { TypeScript } from "../declaration.js";
import { isAssignment } from "../rewriting/functions.js";
import { Refused } from "../rewriting/refused.js";
import type { ImportedName, ModuleConstant, Names } from "./names.js";

/** What a piece of code needs in the module that it moves to. */
export interface Needs {
  readonly imports: Map<string, ImportedName>;
  readonly constants: Map<string, ModuleConstant>;
  /** Types of the module itself, which it exports. */
  readonly types: Map<string, ImportedName>;
}

export function noNeeds(): Needs {
  return { imports: new Map(), constants: new Map(), types: new Map() };
}

/** `code`: runs for each task. `set-up`: runs once, when the module is loaded, and may call whatever a package offers. */
export type Purpose = "code" | "set-up";

export class Movable {
  readonly #ts: TypeScript;
  readonly #names: Names;
  readonly #file: ts.SourceFile;
  /** Modules whose functions only compute. */
  readonly #computing: ReadonlySet<string>;

  constructor(typescript: TypeScript, names: Names, file: ts.SourceFile, computing: readonly string[]) {
    this.#ts = typescript;
    this.#names = names;
    this.#file = file;
    this.#computing = new Set(computing.map(plainName));
  }

  /**
   * @param scope what is declared in it moves along
   * @returns what the code needs; undefined where it has to stay
   */
  needsOf(code: ts.Node, purpose: Purpose, scope: ts.Node = code): Needs | undefined {
    const needs = noNeeds();
    return this.collect(code, purpose, scope, needs) ? needs : undefined;
  }

  private collect(code: ts.Node, purpose: Purpose, scope: ts.Node, needs: Needs): boolean {
    if (!this.isPlain(code, purpose, scope)) return false;
    return this.#names.in(code).every((name) => this.collectName(name, scope, needs));
  }

  private collectName(name: ts.Identifier, scope: ts.Node, needs: Needs): boolean {
    if (name.text === "arguments") return false;
    if (this.#ts.isPartOfTypeNode(name)) return this.collectType(name, scope, needs);
    const standing = this.#names.standing(name, scope);
    switch (standing.is) {
      case "free":
        return true;
      case "value":
        return false;
      case "import":
        if (/^[./#]/u.test(standing.specifier) || this.isConfigured(standing)) return false;
        needs.imports.set(standing.local, standing);
        return true;
      case "constant": {
        const { initializer } = standing.declaration;
        if (needs.constants.has(name.text)) return true;
        if (!isPrimitive(this.#ts, initializer) && !this.isOnlyRead(standing, scope)) return false;
        if (standing.declaration.type && !this.collect(standing.declaration.type, "set-up", initializer, needs))
          return false;
        if (!this.collect(initializer, "set-up", initializer, needs)) return false;
        needs.constants.set(name.text, standing);
        return true;
      }
    }
  }

  private collectType(name: ts.Identifier, scope: ts.Node, needs: Needs): boolean {
    const standing = this.#names.standing(name, scope);
    if (standing.is === "import") {
      needs.types.set(standing.local, standing);
      return true;
    }
    if (standing.is !== "value") return true;
    const { declaration } = standing;
    if (!declaration) return true;
    if (declaration.getSourceFile() !== this.#file) return declaration.getSourceFile().isDeclarationFile;
    const isExported =
      this.#ts.canHaveModifiers(declaration) &&
      this.#ts.getModifiers(declaration)?.some(({ kind }) => kind === this.#ts.SyntaxKind.ExportKeyword) === true;
    if (!isExported) throw new Refused(`The type ${name.text} would be needed in another file, and is not exported.`);
    needs.types.set(name.text, {
      is: "import",
      specifier: "",
      member: name.text,
      local: name.text,
      isRequired: false,
      declaration: name,
    });
    return true;
  }

  /** Whether the code only computes: it belongs to no object, waits for nobody and changes nothing around it. */
  private isPlain(code: ts.Node, purpose: Purpose, scope: ts.Node): boolean {
    const ts = this.#ts;
    const visit = (node: ts.Node): boolean => {
      if (node.kind === ts.SyntaxKind.ThisKeyword || node.kind === ts.SyntaxKind.SuperKeyword) return false;
      if (ts.isMetaProperty(node) || ts.isYieldExpression(node) || isImportCall(ts, node)) return false;
      if (ts.isAwaitExpression(node) && scope === code && !ts.isFunctionLike(scope)) return false;
      if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && !this.mayCall(node, purpose, scope)) return false;
      const target = changedBy(ts, node);
      if (target && !this.isOwn(target, scope)) return false;
      return ts.forEachChild(node, (child) => (visit(child) ? undefined : true)) !== true;
    };
    return visit(code);
  }

  private mayCall(call: ts.CallExpression | ts.NewExpression, purpose: Purpose, scope: ts.Node): boolean {
    const root = this.#names.rootOf(call.expression);
    if (!root) return true;
    const standing = this.#names.standing(root, scope);
    if (standing.is === "import") return purpose === "set-up" || this.isComputing(standing);
    return standing.is !== "value";
  }

  isComputing({ specifier }: ImportedName): boolean {
    return this.#computing.has(plainName(specifier));
  }

  private isOwn(target: ts.Expression, scope: ts.Node): boolean {
    const root = this.#names.rootOf(target);
    return root !== undefined && this.#names.standing(root, scope).is === "free";
  }

  /** Whether everything else that is done with a constant leaves it as it is. */
  private isOnlyRead({ declaration, statement }: ModuleConstant, scope: ts.Node): boolean {
    const ts = this.#ts;
    const isExported = ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
    if (isExported) return false;
    const symbol = this.#names.symbolOf(declaration.name);
    const members = new Set<string>();
    const others: string[] = [];
    for (const name of this.#names.in(this.#file)) {
      if (name === declaration.name || name.text !== declaration.name.text) continue;
      if (this.#names.symbolOf(name) !== symbol) continue;
      const { parent } = name;
      const isCalled =
        ts.isPropertyAccessExpression(parent) &&
        ts.isCallExpression(parent.parent) &&
        parent.parent.expression === parent &&
        !ts.isExpressionStatement(parent.parent.parent);
      const isInside = name.pos >= scope.pos && name.end <= scope.end;
      if (isInside && isCalled) members.add(parent.name.text);
      else if (!isInside) others.push(isCalled ? parent.name.text : "");
    }
    return others.every((member) => members.has(member));
  }

  /** Whether the program sets the package up for itself, of which another thread would know nothing. */
  private isConfigured({ specifier }: ImportedName): boolean {
    return this.configured(this.#file, specifier) || this.others.some((file) => this.configured(file, specifier));
  }

  /** The program's other files. */
  others: readonly ts.SourceFile[] = [];

  private configured(file: ts.SourceFile, specifier: string): boolean {
    const ts = this.#ts;
    if (!file.text.includes(specifier)) return false;
    const visit = (node: ts.Node, isTop: boolean): boolean => {
      const expression = ts.isExpressionStatement(node) ? outermost(ts, node.expression) : undefined;
      const target =
        expression && (ts.isCallExpression(expression) ? expression.expression : changedBy(ts, expression));
      const root = target && this.#names.rootOf(target);
      if (root && target !== root) {
        const standing = this.#names.standing(root, root);
        const isSame = standing.is === "import" && standing.specifier === specifier;
        const member = ts.isPropertyAccessExpression(target) ? target.name.text : "";
        if (isSame && (isTop || CONFIGURING.test(member) || !ts.isCallExpression(expression))) return true;
      }
      const isBelow = isTop && !ts.isFunctionLike(node);
      return ts.forEachChild(node, (child) => visit(child, isBelow) || undefined) === true;
    };
    return file.statements.some((statement) => visit(statement, true));
  }
}

const CONFIGURING = /^(?:use|set|register|extend|configure|define|add|load|init|unregister)/u;

function outermost(typescript: TypeScript, expression: ts.Expression): ts.Expression {
  return typescript.isAwaitExpression(expression) || typescript.isVoidExpression(expression)
    ? expression.expression
    : expression;
}

/** A value that nobody can change. */
function isPrimitive(typescript: TypeScript, value: ts.Expression): boolean {
  if (typescript.isAsExpression(value)) return isPrimitive(typescript, value.expression);
  if (typescript.isPrefixUnaryExpression(value)) return isPrimitive(typescript, value.operand);
  return (
    typescript.isStringLiteralLike(value) ||
    typescript.isNumericLiteral(value) ||
    typescript.isBigIntLiteral(value) ||
    value.kind === typescript.SyntaxKind.TrueKeyword ||
    value.kind === typescript.SyntaxKind.FalseKeyword
  );
}

const CHANGING = /^(?:add|clear|copyWithin|delete|fill|pop|push|reverse|set|shift|sort|splice|unshift)$/u;

/** What an expression assigns to, or calls a method of that changes it. */
export function changedBy(typescript: TypeScript, node: ts.Node): ts.Expression | undefined {
  const { SyntaxKind } = typescript;
  if (typescript.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    const isChange =
      isAssignment(typescript, node) || (kind >= SyntaxKind.FirstAssignment && kind <= SyntaxKind.LastAssignment);
    return isChange ? node.left : undefined;
  }
  if (typescript.isPostfixUnaryExpression(node)) return node.operand;
  if (typescript.isDeleteExpression(node)) return node.expression;
  if (typescript.isPrefixUnaryExpression(node)) {
    const isChange = node.operator === SyntaxKind.PlusPlusToken || node.operator === SyntaxKind.MinusMinusToken;
    return isChange ? node.operand : undefined;
  }
  if (!typescript.isCallExpression(node) || !typescript.isPropertyAccessExpression(node.expression)) return undefined;
  return CHANGING.test(node.expression.name.text) ? node.expression.expression : undefined;
}

function isImportCall(typescript: TypeScript, node: ts.Node): boolean {
  return typescript.isCallExpression(node) && node.expression.kind === typescript.SyntaxKind.ImportKeyword;
}

function plainName(specifier: string): string {
  return specifier.replace(/^node:/u, "");
}
