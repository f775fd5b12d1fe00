/** Collects the lists, objects and texts that variables hold and loops go through, where they are written out. */
import type ts from "typescript";
import type { ListFact, MentionFact, Site, ValueFact } from "../facts/facts.js";
import type { TypeScript } from "./declaration.js";
import { unwrap } from "./expressions.js";
import { textOf } from "./read-texts.js";

/** Members of arrays that call a function for every element. */
const ITERATING = new Set(["forEach", "map", "flatMap"]);

/** Longer lists hold data. */
const MAX_ELEMENTS = 60;

/** Longer texts are no parts of a path, where they are not one themselves. */
const MAX_TEXT = 60;

type Literal = ts.ArrayLiteralExpression | ts.ObjectLiteralExpression | ts.StringLiteralLike | Template;
type Template = ts.TemplateExpression | ts.BinaryExpression;

interface Found {
  readonly node: Literal;
  readonly site: Site;
  /** The module holds it, rather than a function. */
  readonly isOfModule: boolean;
}

export class WrittenLists {
  readonly #ts: TypeScript;
  readonly #siteOf: (node: ts.Node) => Site;
  readonly #found: Found[] = [];
  /** They are read as objects of their members. */
  readonly #enumerations: ListFact[] = [];
  /** Names that are part of some text. */
  readonly #parts = new Set<string>();

  constructor(typescript: TypeScript, siteOf: (node: ts.Node) => Site) {
    this.#ts = typescript;
    this.#siteOf = siteOf;
  }

  /** What a variable is initialised with. */
  addInitialiser(initialiser: ts.Expression, isOfModule: boolean): void {
    const node = this.literal(initialiser);
    if (node) this.#found.push({ node, site: this.#siteOf(initialiser), isOfModule });
  }

  /** The path that a field of a class is. */
  addField({ initializer }: ts.PropertyDeclaration): void {
    const node = initializer && this.literal(initializer);
    if (!node || this.#ts.isArrayLiteralExpression(node) || this.#ts.isObjectLiteralExpression(node)) return;
    const site = this.#siteOf(initializer);
    if (site.to === "property") this.#found.push({ node, site, isOfModule: false });
  }

  /** What a module exports under no name of its own. */
  addExported(exported: ts.Expression): void {
    const node = this.literal(exported);
    if (!node) return;
    const site = this.#siteOf(exported);
    if (site.to === "export") this.#found.push({ node, site, isOfModule: true });
  }

  /** What an enumeration names, where that is paths. */
  addEnumeration(node: ts.EnumDeclaration): void {
    const { isIdentifier, isStringLiteralLike } = this.#ts;
    const properties = node.members.flatMap(({ name, initializer }) =>
      (isIdentifier(name) || isStringLiteralLike(name)) && initializer && isStringLiteralLike(initializer)
        ? [{ name: name.text, value: { is: "string", value: initializer.text } as const }]
        : [],
    );
    if (!isShort(properties) || !properties.some(({ value }) => value.value.startsWith("/"))) return;
    const site = { to: "variable", name: node.name.text, offset: node.name.getStart() } as const;
    this.#enumerations.push({ offset: node.getStart(), value: { is: "object", properties }, site });
  }

  /** What a loop goes through. */
  addIterated(iterated: ts.Expression): void {
    const node = this.literal(iterated);
    if (node && this.#ts.isArrayLiteralExpression(node))
      this.#found.push({ node, site: this.#siteOf(iterated), isOfModule: false });
  }

  /** What a member is taken from. */
  addReceiver({ expression, name }: ts.PropertyAccessExpression): void {
    if (ITERATING.has(name.text)) this.addIterated(expression);
  }

  /** What a text is put together of. */
  addText(node: Template): void {
    const text = textOf(this.#ts, node);
    for (const part of text?.is === "template" ? text.parts : [])
      if (part.is === "name") this.#parts.add(part.name === "this" ? (part.member[0] ?? "") : part.name);
  }

  /** Those that some loop can go through, and those that texts may be made of. */
  read(valueOf: (expression: ts.Expression) => ValueFact, mentions: readonly MentionFact[]): readonly ListFact[] {
    if (this.#found.length === 0) return this.#enumerations;
    const gone = new Set(mentions.filter(({ site }) => isGoneThrough(site, mentions)).map(({ name }) => name));
    const lists = this.#found.flatMap((found): ListFact[] => {
      const { node, site } = found;
      const isNamed = site.to === "variable" || site.to === "export" || site.to === "property";
      if (isNamed && !gone.has(site.name) && !this.isKnownElsewhere(found, site)) return [];
      return [{ offset: node.getStart(), value: valueOf(node), site }];
    });
    return [...this.#enumerations, ...lists];
  }

  /** Whether it may be part of a text, or is a list that other files may go through. */
  private isKnownElsewhere(
    { node, isOfModule }: Found,
    { name, isExported = false }: { name: string; isExported?: boolean },
  ): boolean {
    if (this.#parts.has(name)) return !this.#ts.isArrayLiteralExpression(node);
    if (this.#ts.isStringLiteralLike(node)) return node.text.startsWith("/") || (isOfModule && isExported);
    if (this.#ts.isArrayLiteralExpression(node))
      return isOfModule && node.elements.some((each) => this.isDescription(each) || (isExported && this.isPath(each)));
    return !this.#ts.isObjectLiteralExpression(node) || (isOfModule && this.holdsPath(node));
  }

  /** An object that holds a function, or the name of one: a route, a plugin. */
  private isDescription(element: ts.Expression): boolean {
    const node = unwrap(this.#ts, element);
    if (this.#ts.isSpreadElement(node)) return true;
    return (
      this.#ts.isObjectLiteralExpression(node) &&
      node.properties.some((property) => {
        if (!this.#ts.isPropertyAssignment(property)) return true;
        const value = unwrap(this.#ts, property.initializer);
        return this.#ts.isFunctionLike(value) || this.#ts.isIdentifier(value) || this.isDescription(value);
      })
    );
  }

  private isPath(node: ts.Expression): boolean {
    return this.#ts.isStringLiteralLike(node) && node.text.startsWith("/");
  }

  private holdsPath(node: ts.ObjectLiteralExpression): boolean {
    return node.properties.some((property) => {
      const value = this.#ts.isPropertyAssignment(property) && unwrap(this.#ts, property.initializer);
      if (!value) return false;
      return this.#ts.isObjectLiteralExpression(value)
        ? this.holdsPath(value)
        : this.#ts.isStringLiteralLike(value) && value.text.startsWith("/");
    });
  }

  private literal(expression: ts.Expression): Literal | undefined {
    const node = unwrap(this.#ts, expression);
    if (this.#ts.isArrayLiteralExpression(node)) return isShort(node.elements) ? node : undefined;
    if (this.#ts.isObjectLiteralExpression(node)) return isShort(node.properties) ? node : undefined;
    if (this.#ts.isStringLiteralLike(node)) return isPartOfPath(node.text) ? node : undefined;
    const isTemplate = this.#ts.isTemplateExpression(node) || this.#ts.isBinaryExpression(node);
    return isTemplate && textOf(this.#ts, node) ? node : undefined;
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

function isPartOfPath(text: string): boolean {
  return text.startsWith("/") || (text.length <= MAX_TEXT && /^\S+$/u.test(text));
}

function isShort({ length }: readonly unknown[]): boolean {
  return length > 0 && length <= MAX_ELEMENTS;
}
