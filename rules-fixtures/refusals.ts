/** Every reason for which the engine refuses a fix, as it is written in its sources; and those that tests name. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

const REPOSITORY = path.resolve(import.meta.dirname, "../..");
const ENGINE = ["engine/fixes", "engine/typescript/rewriting", "engine/typescript/offloading", "engine/typescript"];

/** What is thrown where a fix is refused. */
const REFUSALS = /^(?:Refused|UnknownType)$/u;

/** A sentence with gaps. */
export interface Reason {
  /** `uses.ts: … is a computed name.` */
  readonly shown: string;
  readonly pattern: RegExp;
}

/** What is thrown as `Refused`, and what is given as `reason`. */
export function reasonsInEngine(): readonly Reason[] {
  const reasons = new Map<string, Reason>();
  const files = ENGINE.flatMap((folder) => sourcesIn(folder).filter((file) => !file.endsWith(".test.ts")));
  const sources = files.map((file) => parsed(file));
  for (const source of sources) {
    visit(source, (node) => {
      for (const text of reasonAt(node).flatMap((value) => textsOf(value, sources))) {
        const reason = asReason(text);
        reasons.set(reason.shown, reason);
      }
    });
  }
  return [...reasons.values()];
}

/** The texts that tests expect as a `reason`: strings, and the sources of regular expressions without their escapes. */
export function reasonsInTests(): readonly string[] {
  const texts: string[] = [];
  for (const file of sourcesIn("rules-fixtures").filter((name) => name.endsWith(".test.ts"))) {
    visit(parsed(file), (node) => {
      if (!ts.isPropertyAssignment(node) || node.name.getText() !== "reason") return;
      if (ts.isStringLiteralLike(node.initializer)) texts.push(node.initializer.text);
    });
  }
  return texts;
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(path.join(REPOSITORY, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map(({ name }) => path.join(REPOSITORY, folder, name));
}

function parsed(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => {
    visit(child, see);
  });
}

function reasonAt(node: ts.Node): readonly ts.Expression[] {
  if (ts.isNewExpression(node) && REFUSALS.test(node.expression.getText())) return node.arguments ?? [];
  if (ts.isPropertyAssignment(node) && node.name.getText() === "reason") return [node.initializer];
  return [];
}

/** The texts that an expression may stand for; what a function gives, by its `return`s. */
function textsOf(value: ts.Expression, sources: readonly ts.SourceFile[]): readonly ts.Node[] {
  if (ts.isStringLiteralLike(value) || ts.isTemplateExpression(value)) return [value];
  if (ts.isParenthesizedExpression(value)) return textsOf(value.expression, sources);
  if (ts.isConditionalExpression(value)) {
    return [...textsOf(value.whenTrue, sources), ...textsOf(value.whenFalse, sources)];
  }
  if (ts.isBinaryExpression(value)) return [...textsOf(value.left, sources), ...textsOf(value.right, sources)];
  const name = ts.isCallExpression(value) ? value.expression : value;
  if (!ts.isIdentifier(name)) return [];
  return sources.flatMap((source) => {
    const found: ts.Node[] = [];
    visit(source, (node) => {
      if (ts.isVariableDeclaration(node) && node.name.getText() === name.text && node.initializer) {
        if (ts.isStringLiteralLike(node.initializer)) found.push(node.initializer);
      }
      if (!ts.isFunctionDeclaration(node) || node.name?.text !== name.text || !ts.isCallExpression(value)) return;
      visit(node, (inner) => {
        if (ts.isReturnStatement(inner) && inner.expression) found.push(...textsOf(inner.expression, sources));
      });
    });
    return found;
  });
}

function asReason(text: ts.Node): Reason {
  const parts = ts.isTemplateExpression(text)
    ? [text.head.text, ...text.templateSpans.map(({ literal }) => literal.text)]
    : [(text as ts.StringLiteralLike).text];
  const escaped = parts.map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`));
  return {
    shown: `${path.basename(text.getSourceFile().fileName)}: ${parts.join("…")}`,
    pattern: new RegExp(`^${escaped.join(".+")}$`, "su"),
  };
}
