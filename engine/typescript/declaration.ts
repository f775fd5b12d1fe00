/** Where TypeScript's nodes declare things, as offsets that facts and oracle agree on. */
import type ts from "typescript";

/** The compiler's module object: injected, so that a host can pass the copy that made its program. */
export type TypeScript = typeof ts;

/** What checkers can do that is not in their public types. */
export interface NamingChecker {
  /** What a name stands for at a place, without following an import. */
  resolveName?(
    name: string,
    location: ts.Node | undefined,
    meaning: number,
    excludeGlobals: boolean,
  ): ts.Symbol | undefined;
}

/**
 * Offset of the token by which the rest of the program refers to a declaration: its name, or its
 * first token when it has none (`export default () => …`).
 */
export function declarationOffset(ts: TypeScript, node: ts.Node, sourceFile: ts.SourceFile): number {
  const name = declaringName(ts, node);
  return (name ?? node).getStart(sourceFile);
}

function declaringName(ts: TypeScript, node: ts.Node): ts.Node | undefined {
  if (ts.isBinaryExpression(node)) return assignedName(ts, node.left);
  if (ts.isPropertyAccessExpression(node)) return node.name;
  if (ts.isElementAccessExpression(node)) return node.argumentExpression;
  if (ts.isConstructorDeclaration(node)) return node.parent.name;
  if (ts.isExportAssignment(node)) return node.expression;
  if (ts.isCallExpression(node)) {
    // Object.defineProperty(exports, "name", …), which the binder treats as a declaration.
    return node.arguments[1];
  }
  return ts.getNameOfDeclaration(node as ts.Declaration);
}

function assignedName(ts: TypeScript, target: ts.Expression): ts.Node {
  if (ts.isPropertyAccessExpression(target)) return target.name;
  if (ts.isElementAccessExpression(target)) return target.argumentExpression;
  return target;
}

/** The innermost node that starts at or contains the offset. */
export function tokenAt(ts: TypeScript, sourceFile: ts.SourceFile, offset: number): ts.Node {
  let node: ts.Node = statementAt(sourceFile, offset) ?? sourceFile;
  for (;;) {
    const inner: ts.Node | undefined = ts.forEachChild(node, (child) =>
      child.pos <= offset && offset < child.end && child.getStart(sourceFile) <= offset ? child : undefined,
    );
    if (!inner) return node;
    node = inner;
  }
}

/** Found by halves: a file may have thousands of statements, and thousands of names that are asked about. */
function statementAt(sourceFile: ts.SourceFile, offset: number): ts.Statement | undefined {
  const { statements } = sourceFile;
  let low = 0;
  for (let high = statements.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((statements[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const found = statements[low];
  return found && found.getStart(sourceFile) <= offset ? found : undefined;
}

/** The checker's stand-in for what it could not find. */
export function isUnknown(symbol: ts.Symbol): boolean {
  return symbol.name === "unknown" && !symbol.declarations;
}
