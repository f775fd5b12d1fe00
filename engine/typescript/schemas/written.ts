/** What type nodes say that types have forgotten: the order of a union's members, and aliases of primitives. */
import type ts from "typescript";
import type { TypeScript } from "../declaration.js";

/** The type node that a declared thing has, where it has one. */
export function writtenTypeOf(declaration: ts.Declaration | undefined): ts.TypeNode | undefined {
  return declaration && "type" in declaration ? (declaration.type as ts.TypeNode | undefined) : undefined;
}

/** The places of a union's members in the source, by type; those of aliases inside it are looked up too. */
export function writtenOrder(
  typescript: TypeScript,
  checker: ts.TypeChecker,
  node: ts.TypeNode | undefined,
): ReadonlyMap<ts.Type, number> {
  const order = new Map<ts.Type, number>();
  const visit = (part: ts.TypeNode, depth: number): void => {
    if (typescript.isParenthesizedTypeNode(part)) visit(part.type, depth);
    else if (typescript.isUnionTypeNode(part)) for (const member of part.types) visit(member, depth);
    else {
      const type = checker.getTypeFromTypeNode(part);
      if (!order.has(type)) order.set(type, order.size);
      const alias = typescript.isTypeReferenceNode(part) && depth < 4 ? aliasOf(typescript, checker, part) : undefined;
      const inner = writtenTypeOf(alias?.declarations?.[0]);
      if (inner && type.isUnion()) visit(inner, depth + 1);
    }
  };
  if (node) visit(node, 0);
  return order;
}

/** The alias that a type reference names, imports seen through. */
export function aliasOf(typescript: TypeScript, checker: ts.TypeChecker, node: ts.TypeNode): ts.Symbol | undefined {
  const name = typescript.isTypeReferenceNode(node)
    ? node.typeName
    : typescript.isImportTypeNode(node)
      ? node.qualifier
      : undefined;
  const symbol = name && checker.getSymbolAtLocation(name);
  const { SymbolFlags } = typescript;
  const target = symbol && symbol.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return target && target.flags & SymbolFlags.TypeAlias ? target : undefined;
}

/** The aliases of primitives that a type goes by, outermost first: their comments hold for the value. */
export function primitiveAliases(
  typescript: TypeScript,
  checker: ts.TypeChecker,
  node: ts.TypeNode | undefined,
): readonly ts.Symbol[] {
  const found: ts.Symbol[] = [];
  for (let part = node; part;) {
    const alias = aliasOf(typescript, checker, part);
    const isNew = alias !== undefined && !found.includes(alias) && found.length < 10;
    const isForeign = alias?.declarations?.[0]?.getSourceFile().fileName.includes("/node_modules/") === true;
    if (!isNew || isForeign || checker.getTypeFromTypeNode(part).aliasSymbol) break;
    found.push(alias);
    part = writtenTypeOf(alias.declarations?.[0]);
  }
  return found;
}
