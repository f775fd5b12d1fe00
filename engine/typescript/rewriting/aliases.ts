/** Constants of a file that are other names of what another name holds: `const derive = crypto.pbkdf2Sync`. */
import type ts from "typescript";
import type { TypeScript } from "../declaration.js";

export interface Alias {
  /** What it is declared by, which can go; absent where others may see it. */
  readonly removable?: { readonly statement: ts.VariableStatement; readonly elements: readonly ts.Node[] };
  readonly element: ts.VariableDeclaration | ts.BindingElement;
  /** `crypto`; or the function's own name. */
  readonly holder: ts.Identifier;
  readonly isMember: boolean;
}

/** @returns undefined where the name may stand for something else somewhere in the file */
export function aliasNamed(typescript: TypeScript, file: ts.SourceFile, name: string): Alias | undefined {
  const declarations: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (isDeclared(typescript, node, name)) declarations.push(node);
    typescript.forEachChild(node, visit);
  };
  visit(file);
  const [element, ...others] = declarations;
  return element && others.length === 0 ? aliasOf(typescript, element) : undefined;
}

function isDeclared(typescript: TypeScript, node: ts.Node, name: string): boolean {
  const declared = (node as ts.NamedDeclaration).name;
  if (!declared || !typescript.isIdentifier(declared) || declared.text !== name) return false;
  return !typescript.isPropertyAccessExpression(node) && !typescript.isClassElement(node);
}

function aliasOf(typescript: TypeScript, element: ts.Node): Alias | undefined {
  if (typescript.isBindingElement(element)) {
    const { parent: pattern, initializer, dotDotDotToken } = element;
    const declaration = pattern.parent;
    if (!typescript.isObjectBindingPattern(pattern) || initializer || dotDotDotToken) return undefined;
    if (!typescript.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
    const holder = declaration.initializer;
    if (!isConstant(typescript, declaration) || !typescript.isIdentifier(holder)) return undefined;
    return { element, holder, isMember: true, ...removableBy(typescript, declaration, pattern.elements) };
  }
  if (!typescript.isVariableDeclaration(element) || !element.initializer) return undefined;
  const { initializer } = element;
  if (!isConstant(typescript, element)) return undefined;
  const removable = removableBy(typescript, element, [element]);
  if (typescript.isIdentifier(initializer)) return { element, holder: initializer, isMember: false, ...removable };
  if (!typescript.isPropertyAccessExpression(initializer)) return undefined;
  const { expression: holder, questionDotToken } = initializer;
  if (!typescript.isIdentifier(holder) || questionDotToken) return undefined;
  return { element, holder, isMember: true, ...removable };
}

function isConstant(typescript: TypeScript, { parent }: ts.VariableDeclaration): boolean {
  return (parent.flags & typescript.NodeFlags.Const) !== 0;
}

function removableBy(
  typescript: TypeScript,
  { parent: list }: ts.VariableDeclaration,
  elements: readonly ts.Node[],
): Pick<Alias, "removable"> {
  if (!typescript.isVariableDeclarationList(list) || list.declarations.length > 1) return {};
  const statement = list.parent;
  const isPrivate = typescript.isVariableStatement(statement) && typescript.getModifiers(statement) === undefined;
  return isPrivate ? { removable: { statement, elements } } : {};
}
