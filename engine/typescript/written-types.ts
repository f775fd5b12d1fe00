/** Reads types as they are written. */
import type ts from "typescript";
import type { TypeScript } from "./declaration.js";

/**
 * The types with members of which a written type is one: all of a union, and the branches of
 * `refine(…): Check extends Guard ? this & Narrowed : this`.
 */
export function typesChosen(ts: TypeScript, node: ts.TypeNode): readonly ts.TypeNode[] | undefined {
  const all = ts.isUnionTypeNode(node)
    ? node.types
    : ts.isConditionalTypeNode(node)
      ? [node.trueType, node.falseType]
      : undefined;
  const { UndefinedKeyword, VoidKeyword, NeverKeyword, LiteralType } = ts.SyntaxKind;
  const withoutMembers: readonly ts.SyntaxKind[] = [UndefinedKeyword, VoidKeyword, NeverKeyword, LiteralType];
  return all?.filter(({ kind }) => !withoutMembers.includes(kind));
}
