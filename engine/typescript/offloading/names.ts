/** What the names in a piece of code stand for: its own, the platform's, imports, constants of the module, or values. */
import type ts from "typescript";
import type { TypeScript } from "../declaration.js";
import { isTransparent } from "../rewriting/functions.js";

/** Globals that compute from what they are given, on any thread. */
const PURE_GLOBALS: ReadonlySet<string> = new Set([
  ...[
    "undefined",
    "NaN",
    "Infinity",
    "Object",
    "Array",
    "String",
    "Number",
    "Boolean",
    "BigInt",
    "Math",
    "JSON",
    "Date",
  ],
  ...[
    "RegExp",
    "Map",
    "Set",
    "WeakMap",
    "WeakSet",
    "Promise",
    "Intl",
    "Error",
    "RangeError",
    "SyntaxError",
    "TypeError",
  ],
  ...[
    "parseInt",
    "parseFloat",
    "isNaN",
    "isFinite",
    "encodeURIComponent",
    "decodeURIComponent",
    "encodeURI",
    "decodeURI",
  ],
  ...["ArrayBuffer", "DataView", "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array"],
  ...["Int32Array", "Uint32Array", "Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array", "Buffer"],
  ...["TextEncoder", "TextDecoder", "URL", "URLSearchParams", "structuredClone", "atob", "btoa"],
]);

/** How a name comes into a file from a module. */
export interface ImportedName {
  readonly is: "import";
  readonly specifier: string;
  /** `*` for all of the module. */
  readonly member: string;
  readonly local: string;
  /** How this file brings all of the module in: a namespace, `require`, or the default export. */
  readonly isRequired: boolean;
  readonly declaration: ts.Identifier;
}

export interface ModuleConstant {
  readonly is: "constant";
  readonly declaration: ts.VariableDeclaration & { readonly name: ts.Identifier; readonly initializer: ts.Expression };
  readonly statement: ts.VariableStatement;
}

export type Standing =
  | ImportedName
  | ModuleConstant
  /** Declared inside of the code, or the platform's. */
  | { readonly is: "free" }
  /** Anything else: a parameter or variable around it, a function, the process. */
  | { readonly is: "value"; readonly declaration?: ts.Node };

export class Names {
  readonly #ts: TypeScript;
  readonly #checker: ts.TypeChecker;

  constructor(typescript: TypeScript, checker: ts.TypeChecker) {
    this.#ts = typescript;
    this.#checker = checker;
  }

  /** The names that a piece of code mentions, in order; members of other things are none. */
  in(code: ts.Node): ts.Identifier[] {
    const names: ts.Identifier[] = [];
    const visit = (node: ts.Node): void => {
      if (this.#ts.isIdentifier(node) && !this.isMemberName(node)) names.push(node);
      this.#ts.forEachChild(node, visit);
    };
    visit(code);
    return names;
  }

  /** @param code what the name is mentioned in: what is declared there, it brings along */
  standing(name: ts.Identifier, code: ts.Node): Standing {
    const symbol = this.symbolOf(name);
    const [declaration] = symbol?.declarations ?? [];
    if (!declaration) return PURE_GLOBALS.has(name.text) ? { is: "free" } : { is: "value" };
    const file = declaration.getSourceFile();
    if (file.fileName !== name.getSourceFile().fileName) {
      return PURE_GLOBALS.has(name.text) && file.isDeclarationFile ? { is: "free" } : { is: "value", declaration };
    }
    if (declaration.pos >= code.pos && declaration.end <= code.end) return { is: "free" };
    return this.import(declaration, name.text) ?? this.constant(declaration) ?? { is: "value", declaration };
  }

  symbolOf(name: ts.Identifier): ts.Symbol | undefined {
    const { parent } = name;
    return this.#ts.isShorthandPropertyAssignment(parent) && parent.name === name
      ? this.#checker.getShorthandAssignmentValueSymbol(parent)
      : this.#checker.getSymbolAtLocation(name);
  }

  /** The name at the beginning: `md` of `md.utils.escapeHtml(…)`. */
  rootOf(expression: ts.Expression): ts.Identifier | undefined {
    const ts = this.#ts;
    let root = expression;
    while (
      ts.isPropertyAccessExpression(root) ||
      ts.isElementAccessExpression(root) ||
      ts.isCallExpression(root) ||
      ts.isNewExpression(root) ||
      isTransparent(ts, root)
    ) {
      root = root.expression;
    }
    return ts.isIdentifier(root) ? root : undefined;
  }

  private import(declaration: ts.Node, local: string): ImportedName | undefined {
    const ts = this.#ts;
    const named = (
      specifier: ts.Node,
      member: string,
      name: ts.Identifier,
      isRequired = false,
    ): ImportedName | undefined =>
      ts.isStringLiteralLike(specifier)
        ? { is: "import", specifier: specifier.text, member, local, isRequired, declaration: name }
        : undefined;
    if (ts.isImportSpecifier(declaration)) {
      const { moduleSpecifier } = declaration.parent.parent.parent;
      return named(moduleSpecifier, (declaration.propertyName ?? declaration.name).text, declaration.name);
    }
    if (ts.isNamespaceImport(declaration))
      return named(declaration.parent.parent.moduleSpecifier, "*", declaration.name);
    if (ts.isImportClause(declaration) && declaration.name) {
      return named(declaration.parent.moduleSpecifier, "default", declaration.name);
    }
    if (ts.isImportEqualsDeclaration(declaration)) {
      const { moduleReference } = declaration;
      return ts.isExternalModuleReference(moduleReference)
        ? named(moduleReference.expression, "*", declaration.name, true)
        : undefined;
    }
    const isElement = ts.isBindingElement(declaration) && ts.isVariableDeclaration(declaration.parent.parent);
    const variable = isElement ? declaration.parent.parent : declaration;
    if (!ts.isVariableDeclaration(variable) || !variable.initializer) return undefined;
    const required = requiredModule(ts, variable.initializer);
    if (!required) return undefined;
    if (ts.isIdentifier(variable.name)) return named(required, "*", variable.name, true);
    if (!ts.isBindingElement(declaration) || !ts.isIdentifier(declaration.name)) return undefined;
    const member = declaration.propertyName ?? declaration.name;
    return ts.isIdentifier(member) ? named(required, member.text, declaration.name, true) : undefined;
  }

  /** A `const` of the module, with a statement of its own. */
  private constant(declaration: ts.Node): ModuleConstant | undefined {
    const ts = this.#ts;
    if (!ts.isVariableDeclaration(declaration) || !declaration.initializer || !ts.isIdentifier(declaration.name)) {
      return undefined;
    }
    const list = declaration.parent;
    const isConst = (list.flags & ts.NodeFlags.Const) !== 0;
    if (!ts.isVariableDeclarationList(list) || !isConst || list.declarations.length !== 1) return undefined;
    const statement = list.parent;
    return ts.isVariableStatement(statement) && ts.isSourceFile(statement.parent)
      ? { is: "constant", declaration: declaration as ModuleConstant["declaration"], statement }
      : undefined;
  }

  private isMemberName(node: ts.Identifier): boolean {
    const ts = this.#ts;
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
    if (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent)) return parent.name === node;
    if (ts.isBindingElement(parent)) return parent.propertyName === node;
    if (ts.isJsxAttribute(parent) || ts.isPropertySignature(parent)) return parent.name === node;
    return ts.isQualifiedName(parent) && parent.right === node;
  }
}

function requiredModule(typescript: TypeScript, value: ts.Expression): ts.StringLiteralLike | undefined {
  const isRequire =
    typescript.isCallExpression(value) &&
    typescript.isIdentifier(value.expression) &&
    value.expression.text === "require";
  const [specifier] = isRequire ? value.arguments : [];
  return specifier && typescript.isStringLiteralLike(specifier) ? specifier : undefined;
}
