/** Names for what is declared outside the project: which module, which member. */
import type ts from "typescript";
import type { Reference } from "../reference.js";
import type { TypeScript } from "./declaration.js";

export type ExternalReference = Extract<Reference, { is: "external" }>;

/** The module of globals and of the language's own library. */
export const GLOBAL = "global";

/**
 * The identity of a symbol by where it is declared: the package or ambient module, and the names of
 * the types and namespaces around it (`better-sqlite3` `["BetterSqlite3", "Statement", "get"]`).
 */
export function declaredIdentity(ts: TypeScript, symbol: ts.Symbol): ExternalReference | undefined {
  const declaration = symbol.valueDeclaration ?? symbol.declarations?.[0];
  if (!declaration) return undefined;
  const steps: string[] = [];
  let isMember = false;
  for (let node: ts.Node = declaration; ; node = node.parent) {
    if (ts.isSourceFile(node)) {
      const module = packageOf(node.fileName) ?? GLOBAL;
      return { is: "external", module, steps, ...(isMember && { byType: true }) };
    }
    if (ts.isModuleDeclaration(node)) {
      if (ts.isStringLiteral(node.name))
        return { is: "external", module: node.name.text, steps, ...(isMember && { byType: true }) };
      if (node.name.text === "global")
        return { is: "external", module: GLOBAL, steps, ...(isMember && { byType: true }) };
    }
    const name = nameOf(ts, node);
    if (name !== undefined) {
      if (steps.length > 0 && (ts.isInterfaceDeclaration(node) || ts.isClassLike(node))) isMember = true;
      steps.unshift(name);
    }
  }
}

function nameOf(ts: TypeScript, node: ts.Node): string | undefined {
  const isNamed =
    ts.isInterfaceDeclaration(node) ||
    ts.isClassLike(node) ||
    ts.isModuleDeclaration(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isClassElement(node) ||
    ts.isTypeElement(node);
  const name = isNamed ? node.name : undefined;
  if (!name) return undefined;
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isPrivateIdentifier(name) ? name.text : undefined;
}

/** The package a declaration file belongs to; undefined for TypeScript's own library and Node's globals. */
function packageOf(fileName: string): string | undefined {
  const marker = "/node_modules/";
  const at = fileName.lastIndexOf(marker);
  if (at < 0) return undefined;
  const [first = "", second = ""] = fileName.slice(at + marker.length).split("/");
  if (first === "typescript" || (first === "@types" && second === "node")) return undefined;
  if (first === "@types") return second.includes("__") ? `@${second.replace("__", "/")}` : second;
  return first.startsWith("@") ? `${first}/${second}` : first;
}
