/** Tests of a text's length that hold where it is used: `if (text.length > 200) return`. */
import type ts from "typescript";
import type { TypeScript } from "./declaration.js";
import { declaredAround } from "./declared-around.js";
import { unwrap } from "./expressions.js";

/** Functions that throw unless what they are given holds. */
const ASSERTING = /^(?:\w+\.)?(?:assert(?:\.ok)?|invariant)$/u;
/** Functions that throw: `ctx.throw(400)`. */
const THROWING = /\.throw$|^process\.exit$/u;

/** The tests of lengths in one file. */
export class LengthTests {
  readonly #ts: TypeScript;
  readonly #file: ts.SourceFile;
  /** What lengths are asked of: most expressions need not be looked at any closer. */
  readonly #names: ReadonlySet<string>;

  constructor(typescript: TypeScript, file: ts.SourceFile) {
    this.#ts = typescript;
    this.#file = file;
    this.#names = measuredIn(file.text);
  }

  /** Whether a test around the expression, or before it, says how long it is at most. */
  limit(expression: ts.Expression): boolean {
    const name = this.#ts.isPropertyAccessExpression(expression) ? expression.name : expression;
    if (!this.#ts.isIdentifier(name) || !this.#names.has(name.text)) return false;
    const guards = new LengthGuards(this.#ts, this.#file, expression);
    let child: ts.Node = expression;
    for (let at = expression.parent; !this.#ts.isSourceFile(at); child = at, at = at.parent) {
      if (guards.holdsIn(at, child)) return true;
    }
    return false;
  }
}

/** The names before `.length`. */
function measuredIn(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at = text.indexOf(".length"); at >= 0; at = text.indexOf(".length", at + 1)) {
    let end = at;
    while (end > 0 && /[?!\s]/u.test(text.charAt(end - 1))) end--;
    let start = end;
    while (start > 0 && /[\w$]/u.test(text.charAt(start - 1))) start--;
    names.add(text.slice(start, end));
  }
  return names;
}

class LengthGuards {
  readonly #ts: TypeScript;
  readonly #file: ts.SourceFile;
  readonly #length: string;

  constructor(typescript: TypeScript, file: ts.SourceFile, expression: ts.Expression) {
    this.#ts = typescript;
    this.#file = file;
    this.#length = `${plain(expression.getText(file))}.length`;
  }

  /** Whether the syntax around, or what stands before in it, limits the length within one of its parts. */
  holdsIn(around: ts.Node, part: ts.Node): boolean {
    const { SyntaxKind } = this.#ts;
    if (this.#ts.isIfStatement(around)) return this.decides(around.expression, part === around.thenStatement, part);
    if (this.#ts.isConditionalExpression(around)) return this.decides(around.condition, part === around.whenTrue, part);
    if (this.#ts.isBinaryExpression(around) && part === around.right) {
      if (around.operatorToken.kind === SyntaxKind.AmpersandAmpersandToken) return this.limits(around.left, true);
      if (around.operatorToken.kind === SyntaxKind.BarBarToken) return this.limits(around.left, false);
    }
    if (!this.#ts.isBlock(around)) return false;
    const before = around.statements.slice(0, around.statements.indexOf(part as ts.Statement));
    return before.some((statement) => {
      if (this.#ts.isIfStatement(statement))
        return leaves(this.#ts, statement.thenStatement) && this.limits(statement.expression, false);
      const asserted = assertedBy(this.#ts, statement);
      return asserted !== undefined && this.limits(asserted, true);
    });
  }

  private decides(test: ts.Expression, isThen: boolean, part: ts.Node): boolean {
    return part !== test && this.limits(test, isThen);
  }

  /**
   * Whether the length has a limit where the test holds, or where it does not.
   *
   * @param isNamed whether the test is what a name stands for: names in it are not looked up any more
   */
  private limits(test: ts.Expression, holds: boolean, isNamed = false): boolean {
    const { SyntaxKind } = this.#ts;
    const node = unwrap(this.#ts, test);
    if (this.#ts.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken)
      return this.limits(node.operand, !holds, isNamed);
    // `const isLong = text.length > 100`
    const said = !isNamed && this.#ts.isIdentifier(node) ? declaredAround(this.#ts, node) : undefined;
    if (said && this.#ts.isBinaryExpression(said)) return this.limits(said, holds, true);
    if (!this.#ts.isBinaryExpression(node)) return false;
    const { left, right } = node;
    const operator = node.operatorToken.kind;
    const joins = holds ? SyntaxKind.AmpersandAmpersandToken : SyntaxKind.BarBarToken;
    if (operator === joins) return this.limits(left, holds, isNamed) || this.limits(right, holds, isNamed);
    const isLess = operator === SyntaxKind.LessThanToken || operator === SyntaxKind.LessThanEqualsToken;
    const isGreater = operator === SyntaxKind.GreaterThanToken || operator === SyntaxKind.GreaterThanEqualsToken;
    if (this.isLength(left)) return holds ? isLess : isGreater;
    if (this.isLength(right)) return holds ? isGreater : isLess;
    return false;
  }

  private isLength(node: ts.Expression): boolean {
    return plain(node.getText(this.#file)) === this.#length;
  }
}

function leaves(ts: TypeScript, statement: ts.Statement): boolean {
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : statement;
  return (
    last !== undefined &&
    (ts.isReturnStatement(last) ||
      ts.isThrowStatement(last) ||
      ts.isContinueStatement(last) ||
      ts.isBreakStatement(last) ||
      callOf(ts, last, THROWING) !== undefined)
  );
}

/** What holds after the statement: `assert(text.length < 100)`. */
function assertedBy(ts: TypeScript, statement: ts.Statement): ts.Expression | undefined {
  return callOf(ts, statement, ASSERTING)?.arguments[0];
}

/** The call that a statement is, of something with a name like this. */
function callOf(ts: TypeScript, statement: ts.Statement, name: RegExp): ts.CallExpression | undefined {
  const node = ts.isExpressionStatement(statement) ? unwrap(ts, statement.expression) : undefined;
  if (!node || !ts.isCallExpression(node)) return undefined;
  return name.test(node.expression.getText()) ? node : undefined;
}

/** Without what does not change the value: `a?.b!` is `a.b`. */
function plain(text: string): string {
  return text.replaceAll(/[?!\s]/gu, "");
}
