/** Finds the statements that an edit is about, and tells whether what is outside of them can notice it. */
import type ts from "typescript";
import type { Span } from "../facts/facts.js";
import type { Replaced } from "../facts/replaced.js";
import type { TypeScript } from "./declaration.js";
import { effectsOf } from "./effects.js";

/** An edit after which every name outside of `scope` still stands for what it stood for. */
export interface SealedEdit {
  /** The statements that were replaced. */
  readonly replaced: Replaced;
  /** Where names may stand for something else, as before the edit: the statements, or the function around them. */
  readonly scope: Span;
  /** A documentation comment of what follows is another. */
  readonly isRemark?: boolean;
}

/** A list of statements in which something changed, from the first to the last statement that did. */
interface ChangedList {
  readonly replaced: Replaced;
  readonly before: readonly ts.Statement[];
  readonly after: readonly ts.Statement[];
  /** The function around it, as it was; the file itself outside of functions. */
  readonly owner: ts.SignatureDeclaration | ts.ClassStaticBlockDeclaration | ts.SourceFile;
  /** Nothing in the owner runs after what changed. */
  readonly isLast: boolean;
}

/**
 * Compares two syntax trees of a file.
 *
 * @param isRead whether somebody has looked at what a function returns, other than by its declared type
 * @returns undefined when names elsewhere may stand for something else now
 */
export function sealedEdit(
  typescript: TypeScript,
  before: ts.SourceFile,
  after: ts.SourceFile,
  isRead: (declaration: ts.Node) => boolean,
): SealedEdit | undefined {
  const isSameKindOfFile =
    typescript.isExternalModule(before) === typescript.isExternalModule(after) &&
    pragmasOf(before) === pragmasOf(after);
  if (!isSameKindOfFile) return undefined;
  const lists = new TreeComparison(typescript, before, after).changedLists();
  // From the inside out: the fewer statements are concerned, the better.
  for (const list of lists.toReversed()) {
    const scope = scopeOf(typescript, list, before, after, isRead);
    if (scope) return { replaced: list.replaced, scope, ...(changesRemark(list, before, after) && { isRemark: true }) };
  }
  return undefined;
}

/** What the head of a file says to the compiler. */
function pragmasOf({ referencedFiles, typeReferenceDirectives, libReferenceDirectives }: ts.SourceFile): string {
  return [referencedFiles, typeReferenceDirectives, libReferenceDirectives]
    .map((references) => references.map(({ fileName }) => fileName).join())
    .join(";");
}

/** Whether a documentation comment changed that lies after the statements which did. */
function changesRemark(list: ChangedList, before: ts.SourceFile, after: ts.SourceFile): boolean {
  const rest = ({ end }: Span, statements: readonly ts.Statement[], start: number): Span => ({
    start: statements.at(-1)?.end ?? start,
    end,
  });
  const { replaced } = list;
  const then = rest(replaced.before, list.before, replaced.before.start);
  const now = rest(replaced.after, list.after, replaced.after.start);
  if (before.text.slice(then.start, then.end) === after.text.slice(now.start, now.end)) return false;
  return touchesRemark(before.text, then) || touchesRemark(after.text, now);
}

function touchesRemark(text: string, { start, end }: Span): boolean {
  const opening = text.lastIndexOf("/**", end);
  const closing = opening < 0 ? -1 : text.indexOf("*/", opening);
  return opening >= 0 && (closing < 0 || closing + 2 >= start);
}

/** @returns undefined when what changed can be noticed outside of every scope */
function scopeOf(
  typescript: TypeScript,
  { replaced, before: then, after: now, owner, isLast }: ChangedList,
  before: ts.SourceFile,
  after: ts.SourceFile,
  isRead: (declaration: ts.Node) => boolean,
): Span | undefined {
  // The names of a script are everybody's.
  if (typescript.isSourceFile(owner) && !typescript.isExternalModule(owner)) return undefined;
  const effects = [effectsOf(typescript, then, before), effectsOf(typescript, now, after)];
  if (effects.some(({ isOpen }) => isOpen)) return undefined;
  const rest = new Rest(typescript, before, replaced.before);
  if (effects.some(({ assigned }) => rest.mentionsOneOf(assigned))) return undefined;
  const isNoticed =
    effects.some(({ leaves, mayNarrow }) => leaves || (mayNarrow && !isLast)) ||
    effects.some(({ declared }) => rest.mentionsOneOf(declared));
  if (!isNoticed) return replaced.before;
  return isDeclaredOutside(typescript, owner) && !isRead(owner) ? { start: owner.pos, end: owner.end } : undefined;
}

/** A file without the statements that were replaced. */
class Rest {
  readonly #ts: TypeScript;
  readonly #file: ts.SourceFile;
  readonly #replaced: Span;
  readonly #text: string;

  constructor(typescript: TypeScript, file: ts.SourceFile, replaced: Span) {
    this.#ts = typescript;
    this.#file = file;
    this.#replaced = replaced;
    this.#text = `${file.text.slice(0, replaced.start)}\n${file.text.slice(replaced.end)}`;
  }

  mentionsOneOf(names: ReadonlySet<string>): boolean {
    const written = new Set([...names].filter((name) => hasWord(this.#text, name)));
    return written.size > 0 && (this.isJavaScript() || this.refersTo(written, this.#file));
  }

  /** There, a comment can mention a name as a type. */
  private isJavaScript(): boolean {
    return (this.#file.flags & this.#ts.NodeFlags.JavaScriptFile) !== 0;
  }

  /** Whether a name stands somewhere below that is not a member's. */
  private refersTo(names: ReadonlySet<string>, node: ts.Node): boolean {
    if (node.pos >= this.#replaced.start && node.end <= this.#replaced.end && node.end > node.pos) return false;
    if (this.#ts.isIdentifier(node)) return names.has(node.text) && !isMemberName(this.#ts, node);
    return this.#ts.forEachChild(node, (child) => this.refersTo(names, child) || undefined) === true;
  }
}

function isMemberName(typescript: TypeScript, node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (typescript.isPropertyAccessExpression(parent) && parent.name === node) ||
    (typescript.isQualifiedName(parent) && parent.right === node) ||
    (typescript.isPropertyAssignment(parent) && parent.name === node) ||
    ((typescript.isClassElement(parent) || typescript.isTypeElement(parent)) && parent.name === node)
  );
}

/** Whether a text has the name as a word, be it in a comment. */
function hasWord(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!isPartOfName(text[at - 1]) && !isPartOfName(text[at + name.length])) return true;
  }
  return false;
}

function isPartOfName(character = " "): boolean {
  return /[\w$\u0080-\uFFFF]/u.test(character);
}

/** What the function gives back is declared, or it gives nothing back: its statements say nothing about it. */
function isDeclaredOutside(typescript: TypeScript, owner: ChangedList["owner"]): boolean {
  return (
    typescript.isClassStaticBlockDeclaration(owner) ||
    typescript.isConstructorDeclaration(owner) ||
    typescript.isSetAccessorDeclaration(owner) ||
    (typescript.isFunctionLike(owner) && owner.type !== undefined)
  );
}

/** Walks down both trees for as long as the change is in one child. */
class TreeComparison {
  readonly #ts: TypeScript;
  readonly #before: ts.SourceFile;
  readonly #after: ts.SourceFile;
  /** The text that differs. */
  readonly #from: number;
  readonly #beforeEnd: number;
  readonly #by: number;

  constructor(typescript: TypeScript, before: ts.SourceFile, after: ts.SourceFile) {
    this.#ts = typescript;
    this.#before = before;
    this.#after = after;
    const [then, now] = [before.text, after.text];
    const shorter = Math.min(then.length, now.length);
    let from = 0;
    while (from < shorter && then[from] === now[from]) from++;
    let ending = 0;
    while (ending < shorter - from && then[then.length - 1 - ending] === now[now.length - 1 - ending]) ending++;
    this.#from = from;
    this.#beforeEnd = then.length - ending;
    this.#by = now.length - then.length;
  }

  /** The lists of statements that hold the change, the outermost first. */
  changedLists(): ChangedList[] {
    const lists: ChangedList[] = [];
    let before: ts.Node | undefined = this.#before;
    let after: ts.Node | undefined = this.#after;
    let owner: ChangedList["owner"] = this.#before;
    let isLast = true;
    while (before && after) {
      const [then, now] = [statementsOf(this.#ts, before), statementsOf(this.#ts, after)];
      if (then && now) {
        const list = this.changedList(before, after, then, now, owner, isLast);
        if (!list) break;
        lists.push(list);
        isLast = list.isLast;
        [before, after] = this.only(list.before, list.after);
      } else {
        const children: [readonly ts.Node[], readonly ts.Node[]] = [this.childrenOf(before), this.childrenOf(after)];
        [before, after] = this.changedChild(...children);
      }
      if (before && after && this.isInFrontOf(before, after)) {
        const replaced = this.replaced(this.#from, this.#beforeEnd);
        lists.push({ replaced, before: [], after: [], owner, isLast: true });
        break;
      }
      if (before && (this.#ts.isFunctionLike(before) || this.#ts.isClassStaticBlockDeclaration(before))) {
        owner = before;
        isLast = true;
      } else if (before && !this.#ts.isFunctionLike(before.parent)) isLast = false;
    }
    return lists;
  }

  private changedList(
    container: ts.Node,
    containerAfter: ts.Node,
    then: readonly ts.Statement[],
    now: readonly ts.Statement[],
    owner: ChangedList["owner"],
    isLastSoFar: boolean,
  ): ChangedList | undefined {
    let first = 0;
    while (this.isUnchangedBefore(then[first], now[first])) first++;
    let following = 0;
    while (
      then.length - following > first &&
      now.length - following > first &&
      this.isUnchangedAfter(then.at(-1 - following), now.at(-1 - following))
    )
      following++;
    const inside = insideOf(this.#ts, container);
    const insideAfter = insideOf(this.#ts, containerAfter);
    if (!inside || !insideAfter || inside.end + this.#by !== insideAfter.end) return undefined;
    const start = then[first - 1]?.end ?? inside.start;
    const next = following === 0 ? undefined : then.at(-following);
    const end = next ? startOf(next) : inside.end;
    if (start > this.#from || end < this.#beforeEnd) return undefined;
    return {
      replaced: this.replaced(start, end),
      before: then.slice(first, then.length - following),
      after: now.slice(first, now.length - following),
      owner,
      isLast: isLastSoFar && following === 0,
    };
  }

  private replaced(start: number, end: number): Replaced {
    return { before: { start, end }, after: { start, end: end + this.#by } };
  }

  /** Nothing but comments and spaces in front of it changed. */
  private isInFrontOf(before: ts.Node, after: ts.Node): boolean {
    return this.#beforeEnd <= startOf(before) && this.#beforeEnd + this.#by <= startOf(after);
  }

  private isUnchangedBefore(then: ts.Node | undefined, now: ts.Node | undefined): boolean {
    return (
      then !== undefined &&
      then.kind === now?.kind &&
      then.pos === now.pos &&
      then.end === now.end &&
      then.end <= this.#from
    );
  }

  private isUnchangedAfter(then: ts.Node | undefined, now: ts.Node | undefined): boolean {
    return (
      then !== undefined &&
      then.kind === now?.kind &&
      startOf(then) >= this.#beforeEnd &&
      startOf(then) + this.#by === startOf(now) &&
      then.end + this.#by === now.end
    );
  }

  /** The one statement that changed, where it is the same kind of statement still. */
  private only(then: readonly ts.Node[], now: readonly ts.Node[]): [ts.Node | undefined, ts.Node | undefined] {
    return then.length === 1 && now.length === 1 ? this.changedChild(then, now) : [undefined, undefined];
  }

  private childrenOf(node: ts.Node): ts.Node[] {
    const children: ts.Node[] = [];
    this.#ts.forEachChild(node, (child) => {
      children.push(child);
    });
    return children;
  }

  /** The child that holds the change, where all others are the same as before. */
  private changedChild(then: readonly ts.Node[], now: readonly ts.Node[]): [ts.Node | undefined, ts.Node | undefined] {
    const index = then.findIndex(({ pos, end }) => pos <= this.#from && end >= this.#beforeEnd);
    const [child, changed] = [then[index], now[index]];
    const isSame =
      child &&
      then.length === now.length &&
      child.kind === changed?.kind &&
      child.pos === changed.pos &&
      child.end + this.#by === changed.end &&
      then.every((each, at) => {
        const other = now[at];
        if (!other || at === index) return at === index;
        return this.isUnchangedBefore(each, other) || this.isUnchangedAfter(each, other);
      });
    return isSame === true ? [child, changed] : [undefined, undefined];
  }
}

/** Where a node begins: with its comment, if that may say something of types or for this engine. */
function startOf(node: ts.Node): number {
  const file = node.getSourceFile();
  const start = node.getStart(file);
  return file.text.slice(node.pos, start).includes("@") ? node.pos : start;
}

function statementsOf(typescript: TypeScript, node: ts.Node): readonly ts.Statement[] | undefined {
  return typescript.isSourceFile(node) || typescript.isBlock(node) || typescript.isCaseOrDefaultClause(node)
    ? node.statements
    : undefined;
}

/** Where statements may stand; undefined when nobody has written its end yet. */
function insideOf(typescript: TypeScript, node: ts.Node): Span | undefined {
  if (typescript.isSourceFile(node)) return { start: 0, end: node.text.length };
  if (typescript.isCaseOrDefaultClause(node)) return { start: node.statements.pos, end: node.end };
  const file = node.getSourceFile();
  const isClosed = file.text[node.end - 1] === "}" && node.end - 1 > node.getStart(file);
  return isClosed ? { start: node.getStart(file) + 1, end: node.end - 1 } : undefined;
}
