/** Members that are reached otherwise than by `object.name`. */
import type ts from "typescript";
import type { TypeScript } from "../declaration.js";
import { isAssignment } from "./functions.js";

/** Files are asked about again for each function that has to wait. */
const known = new WeakMap<ts.SourceFile, readonly ts.Expression[]>();

const ENUMERATIONS = /^Object\.(?:entries|values)$/u;

/** Objects whose members a file takes by names that are worked out: `commands[name]`, `Object.values(commands)`. */
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

/** `({ f } = object)`: the member that the name stands for. */
export function assignedMember(typescript: TypeScript, checker: ts.TypeChecker, name: ts.Node): ts.Symbol | undefined {
  const { parent: property } = name;
  const isProperty = typescript.isShorthandPropertyAssignment(property) || typescript.isPropertyAssignment(property);
  if (!isProperty || property.name !== name) return undefined;
  const { parent: assignment } = property.parent;
  const isTarget = typescript.isBinaryExpression(assignment) && assignment.left === property.parent;
  if (!isTarget || !isAssignment(typescript, assignment)) return undefined;
  return checker.getTypeAtLocation(assignment.right).getProperty(name.getText());
}

/** `require("package")`, rather than a module of the project. */
export function isRequiredFromPackage(typescript: TypeScript, value: ts.Expression): boolean {
  const isRequire = typescript.isCallExpression(value) && value.expression.getText() === "require";
  const [module] = isRequire ? value.arguments : [];
  return module !== undefined && typescript.isStringLiteralLike(module) && !/^[./#~]/u.test(module.text);
}
