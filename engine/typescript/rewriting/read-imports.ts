/** The statements of a file that bring names of modules in: `import` and `require`. */
import type ts from "typescript";
import type { TypeScript } from "../declaration.js";

/** A statement that brings names of a module in. */
export interface Import {
  readonly specifier: ts.StringLiteralLike;
  readonly statement: ts.Statement;
  /** The name that stands for the whole module, or for what it exports by default. */
  readonly whole?: ts.Identifier;
  /** `import * as name`: what the module exports by default is a member of it. */
  readonly isNamespace?: boolean;
  /** `const name = require("module").member`: there are no braces. */
  readonly isMember?: boolean;
  /** The names that stand for members of it. */
  readonly named: readonly { readonly member: string; readonly local: ts.Identifier; readonly element: ts.Node }[];
  /** All that is between the braces, types too. */
  readonly elements: readonly ts.Node[];
  /** `import type`, which brings in no values. */
  readonly isType: boolean;
}

/** What a statement imports; nothing where it is none that does. */
export function importsOf(typescript: TypeScript, statement: ts.Statement): Import[] {
  if (typescript.isImportDeclaration(statement) && typescript.isStringLiteral(statement.moduleSpecifier)) {
    const { importClause, moduleSpecifier: specifier } = statement;
    const bindings = importClause?.namedBindings;
    const whole = bindings && typescript.isNamespaceImport(bindings) ? bindings.name : importClause?.name;
    const elements = bindings && typescript.isNamedImports(bindings) ? bindings.elements : [];
    const named = elements
      .filter(({ isTypeOnly }) => !isTypeOnly)
      .map((element) => ({ member: (element.propertyName ?? element.name).text, local: element.name, element }));
    const isType = importClause?.phaseModifier === typescript.SyntaxKind.TypeKeyword;
    const isNamespace = bindings !== undefined && typescript.isNamespaceImport(bindings);
    return [{ specifier, statement, named, elements, isType, isNamespace, ...(whole && { whole }) }];
  }
  if (typescript.isImportEqualsDeclaration(statement)) {
    const { moduleReference, name, isTypeOnly } = statement;
    return typescript.isExternalModuleReference(moduleReference) &&
      typescript.isStringLiteral(moduleReference.expression)
      ? [{ specifier: moduleReference.expression, statement, whole: name, ...NO_MEMBERS, isType: isTypeOnly }]
      : [];
  }
  if (!typescript.isVariableStatement(statement)) return [];
  const [declaration, ...others] = statement.declarationList.declarations;
  if (!declaration?.initializer || others.length > 0) return [];
  const { name, initializer } = declaration;
  if (typescript.isPropertyAccessExpression(initializer) && typescript.isIdentifier(name)) {
    // `const name = require("module").member`
    const specifier = requireSpecifier(typescript, initializer.expression);
    const named = [{ member: initializer.name.text, local: name, element: declaration }];
    return specifier ? [{ specifier, statement, named, elements: [declaration], isType: false, isMember: true }] : [];
  }
  const specifier = requireSpecifier(typescript, initializer);
  if (!specifier) return [];
  if (typescript.isIdentifier(name)) return [{ specifier, statement, whole: name, ...NO_MEMBERS, isType: false }];
  if (!typescript.isObjectBindingPattern(name)) return [];
  const named = name.elements.flatMap((element) => {
    const member = element.propertyName ?? element.name;
    return typescript.isIdentifier(member) && typescript.isIdentifier(element.name) && !element.dotDotDotToken
      ? [{ member: member.text, local: element.name, element }]
      : [];
  });
  return [{ specifier, statement, named, elements: name.elements, isType: false }];
}

const NO_MEMBERS = { named: [], elements: [] };

/** `"fs"` of `require("fs")`. */
export function requireSpecifier(typescript: TypeScript, node: ts.Expression): ts.StringLiteralLike | undefined {
  if (!typescript.isCallExpression(node) || !typescript.isIdentifier(node.expression)) return undefined;
  const [argument] = node.arguments;
  return node.expression.text === "require" && argument && typescript.isStringLiteralLike(argument)
    ? argument
    : undefined;
}
