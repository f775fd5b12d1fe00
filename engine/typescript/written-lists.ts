/** Collects the lists, objects and paths that variables hold and loops go through, where they are written out. */
import type ts from "typescript";
import type { ListFact, MentionFact, Site, ValueFact } from "../facts/facts.js";
import type { TypeScript } from "./declaration.js";
import { unwrap } from "./expressions.js";

/** Members of arrays that call a function for every element. */
const ITERATING = new Set(["forEach", "map", "flatMap"]);

/** Longer lists hold data. */
const MAX_ELEMENTS = 60;

type Literal = ts.ArrayLiteralExpression | ts.ObjectLiteralExpression | ts.StringLiteralLike;

export class WrittenLists {
  readonly #ts: TypeScript;
  readonly #siteOf: (node: ts.Node) => Site;
  readonly #found: { readonly node: Literal; readonly site: Site }[] = [];

  constructor(typescript: TypeScript, siteOf: (node: ts.Node) => Site) {
    this.#ts = typescript;
    this.#siteOf = siteOf;
  }

  /** What a variable is initialised with. */
  addInitialiser(initialiser: ts.Expression): void {
    const node = this.#literal(initialiser);
    if (node) this.#found.push({ node, site: this.#siteOf(initialiser) });
  }

  /** What a loop goes through. */
  addIterated(iterated: ts.Expression): void {
    const node = this.#literal(iterated);
    if (node && this.#ts.isArrayLiteralExpression(node)) this.#found.push({ node, site: this.#siteOf(iterated) });
  }

  /** What a member is taken from. */
  addReceiver({ expression, name }: ts.PropertyAccessExpression): void {
    if (ITERATING.has(name.text)) this.addIterated(expression);
  }

  /** Those that some loop of the file can go through. */
  read(valueOf: (expression: ts.Expression) => ValueFact, mentions: readonly MentionFact[]): readonly ListFact[] {
    if (this.#found.length === 0) return [];
    const gone = new Set(mentions.filter(({ site }) => isGoneThrough(site, mentions)).map(({ name }) => name));
    return this.#found.flatMap(({ node, site }): ListFact[] => {
      const isNeeded = this.#ts.isStringLiteralLike(node) || site.to !== "variable" || gone.has(site.name);
      return isNeeded ? [{ offset: node.getStart(), value: valueOf(node), site }] : [];
    });
  }

  #literal(expression: ts.Expression): Literal | undefined {
    const node = unwrap(this.#ts, expression);
    if (this.#ts.isArrayLiteralExpression(node)) return isShort(node.elements) ? node : undefined;
    if (this.#ts.isObjectLiteralExpression(node)) return isShort(node.properties) ? node : undefined;
    return this.#ts.isStringLiteralLike(node) && node.text.startsWith("/") ? node : undefined;
  }
}

/** Whether a loop may go through what the mention stands for; an object is listed by a call first. */
function isGoneThrough(site: Site, mentions: readonly MentionFact[]): boolean {
  switch (site.to) {
    case "iterated":
      return true;
    case "receiver":
      return ITERATING.has(mentions[site.member]?.name ?? "");
    case "argument":
      return site.index === 0;
    default:
      return false;
  }
}

function isShort({ length }: readonly unknown[]): boolean {
  return length > 0 && length <= MAX_ELEMENTS;
}
