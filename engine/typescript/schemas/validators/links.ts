/** Leads from types back to the validators that they are inferred from: `z.infer<typeof User>`, what `parse` returns. */
import type ts from "typescript";
import { validatorLibraries } from "../../../validators/index.js";
import type { TypeWalker } from "../walker.js";
import { aliasOf, writtenTypeOf } from "../written.js";
import type { LibraryPaths } from "./library-paths.js";
import { inferredType } from "./reading.js";

const INFERENCES = new RegExp(
  String.raw`\b(?:${[...new Set(validatorLibraries.flatMap(({ inferences = {} }) => Object.keys(inferences)))].join("|")})\b`,
  "u",
);

/** Whether what a text says may be found by files that do not import it: inferred types, and schemas with an `$id`. */
export function mayLinkByName(text: string): boolean {
  return text.includes("$id") || mayInfer(text);
}

function mayInfer(text: string): boolean {
  return text.includes("typeof") && INFERENCES.test(text);
}

export class InferenceLinks {
  readonly #walker: TypeWalker;
  readonly #paths: LibraryPaths;
  #written: ReadonlyMap<ts.Type, ts.Symbol> | undefined;

  constructor(walker: TypeWalker, paths: LibraryPaths) {
    this.#walker = walker;
    this.#paths = paths;
  }

  /** The schema that a written type is inferred from, through aliases. */
  ofNode(node: ts.TypeNode, depth = 0): ts.Symbol | undefined {
    const { ts, checker } = this.#walker;
    if (ts.isParenthesizedTypeNode(node)) return this.ofNode(node.type, depth);
    if (ts.isTypeQueryNode(node)) return this.ofMember(node);
    if (!ts.isTypeReferenceNode(node)) return undefined;
    const [argument] = node.typeArguments ?? [];
    if (argument && ts.isTypeQueryNode(argument) && this.isInference(node.typeName)) {
      return checker.getSymbolAtLocation(argument.exprName);
    }
    const alias = argument || depth > 10 ? undefined : aliasOf(ts, checker, node);
    const inner = writtenTypeOf(alias?.declarations?.[0]);
    return inner && this.ofNode(inner, depth + 1);
  }

  /** `typeof User.infer` */
  private ofMember({ exprName }: ts.TypeQueryNode): ts.Symbol | undefined {
    const { ts, checker } = this.#walker;
    if (!ts.isQualifiedName(exprName) || !INFERENCES.test(exprName.right.text)) return undefined;
    return checker.getSymbolAtLocation(exprName.left);
  }

  private isInference(name: ts.EntityName): boolean {
    const { ts, checker } = this.#walker;
    const last = ts.isIdentifier(name) ? name : name.right;
    const root = ts.isIdentifier(name) ? name : leftmost(ts, name);
    const symbol = checker.getSymbolAtLocation(root);
    const found = symbol && this.#paths.ofSymbol(symbol);
    if (!found) return false;
    const own = ts.isIdentifier(name) ? (found.path.at(-1) ?? last.text) : last.text;
    return Object.hasOwn(found.library.inferences ?? {}, own);
  }

  /** The schema that describes values of exactly this type. Types without objects are the same for many schemas. */
  ofType(type: ts.Type): ts.Symbol | undefined {
    if (!this.hasObjects(type)) return undefined;
    return this.writtenLinks().get(type) ?? this.declared(type);
  }

  private hasObjects(type: ts.Type): boolean {
    const { TypeFlags } = this.#walker.ts;
    if (type.isUnion()) return type.types.some((part) => part.flags & TypeFlags.Object);
    return (type.flags & (TypeFlags.Object | TypeFlags.Intersection)) !== 0;
  }

  /** What the project itself names by inference, anywhere. */
  private writtenLinks(): ReadonlyMap<ts.Type, ts.Symbol> {
    if (this.#written) return this.#written;
    const found = new Map<ts.Type, ts.Symbol>();
    this.#written = found;
    const { ts, checker, program } = this.#walker;
    const visit = (node: ts.Node): void => {
      if (ts.isTypeReferenceNode(node) || ts.isTypeQueryNode(node)) {
        const symbol = this.ofNode(node, 10);
        const type = symbol && checker.getTypeFromTypeNode(node);
        if (symbol && type && !found.has(type)) found.set(type, symbol);
      }
      ts.forEachChild(node, visit);
    };
    for (const file of program.getSourceFiles()) {
      const isCandidate = this.#walker.isOwn(file) && !file.isDeclarationFile;
      if (isCandidate && mayInfer(file.text)) visit(file);
    }
    return found;
  }

  /** By the object literal that the properties are declared in: up to the variable that holds the whole schema. */
  private declared(type: ts.Type): ts.Symbol | undefined {
    const { ts, checker } = this.#walker;
    const literals = new Set(
      checker.getPropertiesOfType(type).flatMap((property) => {
        const parent = property.declarations?.[0]?.parent;
        return parent && ts.isObjectLiteralExpression(parent) ? [parent] : [];
      }),
    );
    for (const literal of literals) {
      const holder = holderOf(ts, literal);
      const value = holder?.initializer;
      if (!holder || !value || value === literal) continue;
      if ([inferredType(this.#walker, value, "output"), inferredType(this.#walker, value, "input")].includes(type)) {
        return checker.getSymbolAtLocation(holder.name);
      }
    }
    return undefined;
  }
}

/** The variable or property whose value the expression is a part of. */
function holderOf(
  typescript: TypeWalker["ts"],
  expression: ts.Expression,
): ts.VariableDeclaration | ts.PropertyAssignment | undefined {
  for (let node: ts.Node = expression.parent; !typescript.isStatement(node); node = node.parent) {
    if (typescript.isSourceFile(node) || typescript.isFunctionLike(node)) return undefined;
    if (typescript.isVariableDeclaration(node) || typescript.isPropertyAssignment(node)) return node;
  }
  return undefined;
}

function leftmost(typescript: TypeWalker["ts"], name: ts.QualifiedName): ts.Identifier {
  let { left } = name;
  while (!typescript.isIdentifier(left)) ({ left } = left);
  return left;
}
