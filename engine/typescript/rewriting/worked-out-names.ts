/** Objects whose members are taken by names that are worked out: `commands[name]`, `Object.values(commands)`. */
import type ts from "typescript";
import type { TypeScript } from "../declaration.js";

/** Files are asked about again for each function that has to wait. */
const known = new WeakMap<ts.SourceFile, readonly ts.Expression[]>();

const ENUMERATIONS = /^Object\.(?:entries|values)$/u;

export function objectsTakenFrom(typescript: TypeScript, file: ts.SourceFile): readonly ts.Expression[] {
  const before = known.get(file);
  if (before) return before;
  const objects: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (typescript.isElementAccessExpression(node) && isWorkedOut(typescript, node.argumentExpression)) {
      objects.push(node.expression);
    }
    if (typescript.isCallExpression(node) && ENUMERATIONS.test(node.expression.getText(file))) {
      objects.push(...node.arguments);
    }
    typescript.forEachChild(node, visit);
  };
  visit(file);
  known.set(file, objects);
  return objects;
}

function isWorkedOut(typescript: TypeScript, name: ts.Expression): boolean {
  // Names that are written out are found by themselves; elements of arrays are no members.
  return !typescript.isStringLiteralLike(name) && !typescript.isNumericLiteral(name);
}

/** What a file has to mention that gets hold of a declaration's object: the object, its class, or its module. */
export function holdersOf(typescript: TypeScript, declaration: ts.Node): readonly string[] {
  const file = declaration.getSourceFile().fileName;
  const [directory = "", base = ""] = file.split("/").slice(-2);
  const module = base.replace(/\.\w+$/u, "");
  const holders = [module === "index" ? directory : module];
  for (let node = declaration.parent; !typescript.isSourceFile(node); node = node.parent) {
    const { name } = node as Partial<ts.NamedDeclaration>;
    if (name && typescript.isIdentifier(name)) holders.push(name.text);
  }
  return holders;
}
