/** Reads one TypeScript or JavaScript syntax tree into facts: the TypeScript front end. One pass, no checker. */
import type ts from "typescript";
import {
  FACTS_VERSION,
  type BindingFact,
  type CallFact,
  type ClassFact,
  type ConstantFact,
  type DecoratorFact,
  type DirectiveFact,
  type Environment,
  type EnvironmentTestFact,
  type FileNameFact,
  type FileFacts,
  type FunctionFact,
  type FunctionId,
  type FunctionKind,
  type GuardFact,
  type KeeperFact,
  type LoopFact,
  type MentionFact,
  type MentionId,
  type ParameterFact,
  type Place,
  type RegexUseFact,
  type RepeatedWorkFact,
  type Site,
  type ValueFact,
} from "../facts/facts.js";
import type { TypeScript } from "./declaration.js";
import { unwrap } from "./expressions.js";
import { mayHaveTags, taggedDeclarations, tagsOf } from "./read-tags.js";
import { FixedCalls } from "./fixed-calls.js";
import { Origins } from "./origins.js";
import { withPassed } from "./passed-values.js";
import { readRepeatedWork } from "./repeated-work.js";
import { regexUseOf } from "./regex-uses.js";
import { RunsOnce, type Keeping } from "./runs-once.js";
import { Scopes, type Declaration } from "./scopes.js";
import { numberOf, numbersOf } from "./written-numbers.js";
import { textOf } from "./read-texts.js";
import { WrittenLists } from "./written-lists.js";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type FunctionDraft = Mutable<FunctionFact> & { awaits?: number[] };
type FunctionNode = ts.FunctionLikeDeclaration | ts.ClassStaticBlockDeclaration;
type JsxNode = ts.JsxOpeningElement | ts.JsxSelfClosingElement;
type Visitor = (reader: FactsReader, node: ts.Node) => void;
type CallNode = ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression | JsxNode;

const NOWHERE: Site = { to: "nowhere" };

/** Functions of the language that read what they are given, and hand it on to nobody. */
const READERS = new Set(["Number", "String", "Boolean", "BigInt", "parseInt", "parseFloat", "isNaN", "isFinite"]);
/** Objects of the language all of whose functions are such. */
const READING_OBJECTS = new Set(["Number", "Math", "console"]);
const SOURCE_FILE = /^[\w@./-]+\.[cm]?[jt]sx?$/u;
/** Deeper literals hold data, not handlers. */
const LITERAL_DEPTH = 4;

/**
 * Reads the facts of one source file. Parent pointers must be set, which every program's files have.
 * Never throws on broken syntax: what the parser recovered is read, and the errors are listed.
 */
export function readFacts(ts: TypeScript, sourceFile: ts.SourceFile): FileFacts {
  return new FactsReader(ts, sourceFile).read();
}

class FactsReader {
  readonly #ts: TypeScript;
  readonly #file: ts.SourceFile;
  readonly #kinds: TypeScript["SyntaxKind"];
  readonly #mayHaveTags: boolean;
  readonly #runsOnce: RunsOnce;
  readonly #visitors: readonly (Visitor | undefined)[];
  readonly #scopes = new Scopes();

  readonly #functions: FunctionDraft[] = [];
  readonly #classes: Mutable<ClassFact>[] = [];
  readonly #mentions: Mutable<MentionFact>[] = [];
  readonly #calls: Mutable<CallFact>[] = [];
  readonly #modules = new Set<string>();
  readonly #guards: GuardFact[] = [];
  readonly #environmentTests: EnvironmentTestFact[] = [];
  readonly #fileNames: FileNameFact[] = [];
  readonly #loops: Mutable<LoopFact>[] = [];
  readonly #lists: WrittenLists;
  readonly #constants: ConstantFact[] = [];
  readonly #regexUses: RegexUseFact[] = [];
  readonly #loopNodes: { readonly node: ts.IterationStatement; readonly function: FunctionId }[] = [];
  #repeatedWork: readonly RepeatedWorkFact[] = [];

  readonly #functionOf = new Map<ts.Node, FunctionId>();
  readonly #classOf = new Map<ts.Node, number>();
  readonly #callOf = new Map<ts.Node, number>();
  /** By the name token, or the bracket's argument of `x[key]`. */
  readonly #mentionOf = new Map<ts.Node, MentionId>();
  readonly #callNodes: CallNode[] = [];
  readonly #fieldInitialisers = new Map<number, FunctionId>();
  /** Of literals, since each of their members asks where they go. */
  readonly #literalSites = new Map<ts.Node, Site>();

  // Where the walk stands.
  #function: FunctionId = 0;
  #functionNode: ts.Node;
  #class: number | undefined;
  #loopDepth = 0;
  /** What keeps the results of where the walk stands, outermost first. */
  #keepers: readonly Keeping[] = [];
  #guard: number | undefined;

  constructor(typescript: TypeScript, sourceFile: ts.SourceFile) {
    this.#ts = typescript;
    this.#kinds = typescript.SyntaxKind;
    this.#visitors = FactsReader.visitorsFor(typescript);
    this.#file = sourceFile;
    this.#functionNode = sourceFile;
    this.#runsOnce = new RunsOnce(typescript, sourceFile);
    this.#mayHaveTags = mayHaveTags(sourceFile.text);
    this.#lists = new WrittenLists(typescript, (node) => this.siteOf(node));
  }

  read(): FileFacts {
    this.#functions.push({
      id: 0,
      kind: "module",
      span: { start: 0, end: this.#file.end },
      parent: 0,
      parameters: [],
      ...this.prologue(this.#file.statements),
    });
    this.#functionOf.set(this.#file, 0);
    this.#scopes.open(0, 0);
    this.visitStatements(this.#file.statements);
    const numbering = { functionOf: this.#functionOf, callOf: this.#callOf };
    const origins = new Origins(this.#ts, this.#file, this.#scopes, numbering);
    this.fillArguments(origins);
    this.readRepeatedWork(origins);
    const text = this.#file.text;
    const facts = {
      version: FACTS_VERSION,
      functions: this.#functions,
      classes: this.#classes,
      mentions: this.#mentions,
      calls: this.#calls,
      modules: [...this.#modules],
      fileNames: this.#fileNames,
      constants: this.#constants,
      lists: this.#lists.read((expression) => this.value(expression, LITERAL_DEPTH), this.#mentions),
      guards: this.#guards,
      environmentTests: this.#environmentTests,
      loops: this.#loops,
      regexUses: this.#regexUses,
      repeatedWork: this.#repeatedWork,
      directives: readDirectives(text, this.#file),
      taggedDeclarations: this.#mayHaveTags ? taggedDeclarations(this.#ts, this.#file) : [],
      lineStarts: lineStartsOf(this.#file),
      syntaxErrors: syntaxErrors(this.#ts, this.#file),
    } as const;
    return withPassed(this.#ts, facts, { calls: this.#calls, nodes: this.#callNodes, origins });
  }

  // ── Statements ────────────────────────────────────────────────────────────────────────────

  private visitStatements(statements: readonly ts.Statement[]): void {
    const outer = this.#keepers;
    for (const statement of statements) {
      this.#visit(statement);
      this.#keepers = this.with(this.#runsOnce.ofStatementsAfter(statement, statements, this.#functionNode));
    }
    this.#keepers = outer;
  }

  readonly #visit = (node: ts.Node): void => {
    const visitor = this.#visitors[node.kind];
    if (visitor) visitor(this, node);
    else this.#ts.forEachChild(node, this.#visit);
  };

  static readonly #visitorsOf = new WeakMap<TypeScript, readonly (Visitor | undefined)[]>();

  /** What is done with each kind of syntax: a table, since every node passes here. All other kinds are walked through. */
  private static visitorsFor(typescript: TypeScript): readonly (Visitor | undefined)[] {
    const known = FactsReader.#visitorsOf.get(typescript);
    if (known) return known;
    const { SyntaxKind } = typescript;
    const visitors = Array.from<Visitor | undefined>({ length: SyntaxKind.Count });
    const on = (kinds: readonly ts.SyntaxKind[], visit: (reader: FactsReader, node: never) => void) => {
      for (const kind of kinds) visitors[kind] = visit as Visitor;
    };
    visitors.fill(nothing, SyntaxKind.FirstTypeNode, SyntaxKind.LastTypeNode + 1);
    on([SyntaxKind.InterfaceDeclaration, SyntaxKind.TypeAliasDeclaration, SyntaxKind.JsxClosingElement], nothing);
    on([SyntaxKind.BreakStatement, SyntaxKind.ContinueStatement, SyntaxKind.MetaProperty], nothing);
    on([SyntaxKind.ImportDeclaration], (reader, node: ts.ImportDeclaration) => {
      reader.visitImport(node);
    });
    on([SyntaxKind.ImportEqualsDeclaration], (reader, node: ts.ImportEqualsDeclaration) => {
      reader.visitImportEquals(node);
    });
    on([SyntaxKind.ExportDeclaration], (reader, node: ts.ExportDeclaration) => {
      reader.visitExport(node);
    });
    on(
      [
        SyntaxKind.FunctionDeclaration,
        SyntaxKind.FunctionExpression,
        SyntaxKind.ArrowFunction,
        SyntaxKind.MethodDeclaration,
        SyntaxKind.Constructor,
        SyntaxKind.GetAccessor,
        SyntaxKind.SetAccessor,
      ],
      (reader, node: FunctionNode) => {
        reader.visitFunction(node);
      },
    );
    on([SyntaxKind.ClassDeclaration, SyntaxKind.ClassExpression], (reader, node: ts.ClassLikeDeclaration) => {
      reader.visitClass(node);
    });
    on(
      [SyntaxKind.CallExpression, SyntaxKind.NewExpression, SyntaxKind.TaggedTemplateExpression],
      (reader, node: CallNode) => {
        reader.visitCall(node);
      },
    );
    on([SyntaxKind.JsxOpeningElement, SyntaxKind.JsxSelfClosingElement], (reader, node: JsxNode) => {
      // `<div>` calls nothing.
      if (isComponent(node.tagName.getText(reader.#file))) reader.visitCall(node);
      else reader.#ts.forEachChild(node, reader.#visit);
    });
    on([SyntaxKind.StringLiteral, SyntaxKind.NoSubstitutionTemplateLiteral], (reader, node: ts.StringLiteralLike) => {
      reader.visitText(node, node.text);
    });
    on([SyntaxKind.TemplateExpression], (reader, node: ts.TemplateExpression) => {
      reader.visitText(node, node.templateSpans.at(-1)?.literal.text ?? "");
      reader.#lists.addText(node);
      reader.#ts.forEachChild(node, reader.#visit);
    });
    on([SyntaxKind.EnumDeclaration], (reader, node: ts.EnumDeclaration) => {
      reader.#lists.addEnumeration(node);
      reader.#ts.forEachChild(node, reader.#visit);
    });
    on([SyntaxKind.ExportAssignment], (reader, node: ts.ExportAssignment) => {
      reader.#lists.addExported(node.expression);
      reader.#visit(node.expression);
    });
    on([SyntaxKind.Identifier], (reader, node: ts.Identifier) => {
      reader.visitIdentifier(node);
    });
    on([SyntaxKind.PropertyAccessExpression], (reader, node: ts.PropertyAccessExpression) => {
      reader.visitPropertyAccess(node);
    });
    on([SyntaxKind.ElementAccessExpression], (reader, node: ts.ElementAccessExpression) => {
      reader.visitElementAccess(node);
    });
    on(
      [SyntaxKind.VariableDeclaration, SyntaxKind.BindingElement],
      (reader, node: ts.VariableDeclaration | ts.BindingElement) => {
        reader.visitBinding(node);
      },
    );
    on([SyntaxKind.PropertyAssignment], (reader, node: ts.PropertyAssignment) => {
      reader.visitPropertyName(node.name);
      reader.#visit(node.initializer);
    });
    on([SyntaxKind.ShorthandPropertyAssignment], (reader, { name }: ts.ShorthandPropertyAssignment) => {
      reader.mention(name, reader.siteOf(name));
    });
    on([SyntaxKind.IfStatement], (reader, node: ts.IfStatement) => {
      reader.visitIf(node);
    });
    on([SyntaxKind.BinaryExpression], (reader, node: ts.BinaryExpression) => {
      reader.visitBinary(node);
    });
    on([SyntaxKind.ConditionalExpression], (reader, node: ts.ConditionalExpression) => {
      reader.visitConditional(node);
    });
    on(
      [
        SyntaxKind.ForStatement,
        SyntaxKind.ForOfStatement,
        SyntaxKind.ForInStatement,
        SyntaxKind.WhileStatement,
        SyntaxKind.DoStatement,
      ],
      (reader, node: ts.IterationStatement) => {
        reader.visitLoop(node);
      },
    );
    on([SyntaxKind.AwaitExpression], (reader, node: ts.Node) => {
      reader.recordAwait(node);
      reader.#ts.forEachChild(node, reader.#visit);
    });
    on([SyntaxKind.Block, SyntaxKind.ModuleBlock], (reader, { statements }: ts.Block | ts.ModuleBlock) => {
      reader.visitStatements(statements);
    });
    on([SyntaxKind.CaseClause, SyntaxKind.DefaultClause], (reader, node: ts.CaseOrDefaultClause) => {
      if (reader.#ts.isCaseClause(node)) reader.#visit(node.expression);
      reader.visitStatements(node.statements);
    });
    on([SyntaxKind.ModuleDeclaration], (reader, node: ts.Node) => {
      if (hasModifier(reader.#ts, node, SyntaxKind.DeclareKeyword)) return;
      reader.#ts.forEachChild(node, reader.#visit);
    });
    on([SyntaxKind.LabeledStatement], (reader, node: ts.LabeledStatement) => {
      reader.#visit(node.statement);
    });
    FactsReader.#visitorsOf.set(typescript, visitors);
    return visitors;
  }

  // ── Modules ───────────────────────────────────────────────────────────────────────────────

  private visitImport(node: ts.ImportDeclaration): void {
    const module = this.specifier(node.moduleSpecifier);
    const clause = node.importClause;
    if (module === undefined) return;
    this.#modules.add(module);
    if (!clause || clause.phaseModifier === this.#kinds.TypeKeyword) return;
    if (clause.name) this.moduleMention("default", clause.name, module, clause.name);
    const bindings = clause.namedBindings;
    if (!bindings) return;
    if (this.#ts.isNamespaceImport(bindings)) {
      this.moduleMention("default", bindings.name, module, bindings.name);
      return;
    }
    for (const element of bindings.elements) {
      if (element.isTypeOnly) continue;
      const imported = element.propertyName ?? element.name;
      this.moduleMention(imported.text, imported, module, element.propertyName && element.name);
    }
  }

  private visitImportEquals(node: ts.ImportEqualsDeclaration): void {
    if (node.isTypeOnly) return;
    if (!this.#ts.isExternalModuleReference(node.moduleReference)) return;
    const module = this.specifier(node.moduleReference.expression);
    if (module === undefined) return;
    this.#modules.add(module);
    this.moduleMention("default", node.name, module, node.name);
  }

  private visitExport(node: ts.ExportDeclaration): void {
    const module = node.moduleSpecifier && this.specifier(node.moduleSpecifier);
    if (module !== undefined) this.#modules.add(module);
    if (node.isTypeOnly || !node.exportClause || !this.#ts.isNamedExports(node.exportClause)) return;
    for (const element of node.exportClause.elements) {
      if (element.isTypeOnly) continue;
      const original = element.propertyName ?? element.name;
      this.moduleMention(original.text, original, module, element.name, true);
    }
  }

  /** A mention in an import or export clause; under another name when `local` is given. */
  private moduleMention(
    name: string,
    token: ts.Node,
    module: string | undefined,
    local: ts.ModuleExportName | undefined,
    isExport = false,
  ): void {
    const site: Site = local
      ? { to: "rename", name: local.text, offset: this.offset(local), ...(isExport && { isExport }) }
      : NOWHERE;
    this.#mentionOf.set(token, this.#mentions.length);
    this.#mentions.push({
      name,
      offset: this.offset(token),
      function: this.#function,
      site,
      ...(module !== undefined && { module }),
    });
  }

  private specifier(node: ts.Expression): string | undefined {
    return this.#ts.isStringLiteralLike(node) ? node.text : undefined;
  }

  // ── Functions and classes ─────────────────────────────────────────────────────────────────

  private visitFunction(node: FunctionNode): void {
    if (!this.#ts.isClassStaticBlockDeclaration(node) && !node.body) return; // overloads, abstract members
    const fact = this.addFunction(node, this.functionKind(node));
    const decorators = this.decorators(node);
    if (decorators) fact.decorators = decorators;
    this.inFunction(fact.id, node, () => {
      if (!this.#ts.isClassStaticBlockDeclaration(node)) {
        fact.parameters = node.parameters.map((parameter) => this.parameter(parameter));
        node.parameters.forEach(this.#declare);
        for (const parameter of node.parameters) {
          if (!this.#ts.isIdentifier(parameter.name)) this.#visit(parameter.name);
          if (parameter.initializer) this.#visit(parameter.initializer);
        }
      }
      const body = node.body;
      if (!body) return;
      if (this.#ts.isBlock(body)) this.visitStatements(body.statements);
      else this.#visit(body);
    });
  }

  private functionKind(node: FunctionNode): FunctionKind {
    const { SyntaxKind } = this.#ts;
    switch (node.kind) {
      case SyntaxKind.ArrowFunction:
        return "arrow";
      case SyntaxKind.MethodDeclaration:
        return "method";
      case SyntaxKind.Constructor:
        return "constructor";
      case SyntaxKind.GetAccessor:
        return "getter";
      case SyntaxKind.SetAccessor:
        return "setter";
      case SyntaxKind.ClassStaticBlockDeclaration:
        return "static-block";
      default:
        return "function";
    }
  }

  private addFunction(node: FunctionNode, kind: FunctionKind): FunctionDraft {
    const { SyntaxKind } = this.#ts;
    const fact: FunctionDraft = {
      id: this.#functions.length,
      kind,
      span: { start: node.getStart(this.#file), end: node.end },
      parent: this.#function,
      parameters: [],
    };
    this.#functions.push(fact);
    this.#functionOf.set(node, fact.id);
    this.#scopes.open(fact.id, this.#function);
    if (this.#ts.isFunctionDeclaration(node)) this.#declare(node);
    const nameToken = kind === "constructor" ? (node.parent as ts.ClassLikeDeclaration).name : node.name;
    const name = nameToken && this.propertyText(nameToken);
    if (nameToken) fact.nameOffset = nameToken.getStart(this.#file);
    const site =
      kind === "function" || kind === "arrow" || this.isObjectMember(node) ? this.siteOfFunction(node) : undefined;
    if (site && site.to !== "nowhere") fact.site = site;
    const displayName = name ?? (site && placeName(site));
    if (displayName !== undefined) fact.name = displayName;
    if (this.#class !== undefined && this.#ts.isClassLike(node.parent)) {
      fact.class = this.#class;
      if (hasModifier(this.#ts, node, SyntaxKind.StaticKeyword)) fact.isStatic = true;
    }
    if (hasModifier(this.#ts, node, SyntaxKind.AsyncKeyword)) fact.isAsync = true;
    if ("asteriskToken" in node && node.asteriskToken) fact.isGenerator = true;
    if (this.isExported(node)) fact.isExported = true;
    if ("type" in node && node.type) {
      const names = this.typeNames(node.type);
      if (names.length > 0) fact.returnTypeNames = names;
    }
    const typeNames = this.variableTypeNames(node);
    if (typeNames.length > 0) fact.typeNames = typeNames;
    if (!this.#ts.isClassStaticBlockDeclaration(node) && node.body && this.#ts.isBlock(node.body))
      Object.assign(fact, this.prologue(node.body.statements));
    const tags = this.#mayHaveTags ? tagsOf(this.#ts, this.#file, node) : [];
    if (tags.length > 0) fact.tags = tags;
    return fact;
  }

  /** Names in the type of the variable that the function is written for, or that it is said to satisfy. */
  private variableTypeNames(node: FunctionNode): string[] {
    const { parent } = node;
    if (this.#ts.isSatisfiesExpression(parent)) return this.typeNames(parent.type);
    return this.#ts.isVariableDeclaration(parent) && parent.type ? this.typeNames(parent.type) : [];
  }

  /** The directives that the statements begin with. */
  private prologue(statements: readonly ts.Statement[]): { prologue?: readonly string[] } {
    const prologue: string[] = [];
    for (const statement of statements) {
      if (!this.#ts.isExpressionStatement(statement) || !this.#ts.isStringLiteral(statement.expression)) break;
      if (statement.expression.text !== "use strict") prologue.push(statement.expression.text);
    }
    return prologue.length > 0 ? { prologue } : {};
  }

  private isObjectMember(node: ts.Node): boolean {
    return this.#ts.isObjectLiteralExpression(node.parent);
  }

  private siteOfFunction(node: ts.Node): Site {
    if (this.isObjectMember(node)) {
      const name = (node as ts.MethodDeclaration).name;
      return {
        to: "property",
        name: this.propertyText(name) ?? "[]",
        offset: name.getStart(this.#file),
        of: this.siteOfLiteral(node.parent),
      };
    }
    if (this.#ts.isFunctionDeclaration(node)) {
      if (!hasModifier(this.#ts, node, this.#kinds.DefaultKeyword)) return NOWHERE;
      return { to: "export", name: "default", offset: (node.name ?? node).getStart(this.#file) };
    }
    return this.siteOf(node);
  }

  /** The name is one of the function in which it is declared. */
  readonly #declare = (node: Declaration): void => {
    if (node.name && this.#ts.isIdentifier(node.name)) this.#scopes.declare(this.#function, node.name.text, node);
  };

  private inFunction(id: FunctionId, node: ts.Node, body: () => void): void {
    const outer = [this.#function, this.#functionNode, this.#loopDepth, this.#keepers] as const;
    this.#function = id;
    this.#functionNode = node;
    this.#loopDepth = 0;
    this.#keepers = [];
    body();
    [this.#function, this.#functionNode, this.#loopDepth, this.#keepers] = outer;
  }

  private parameter(node: ts.ParameterDeclaration): ParameterFact {
    const typeNames = node.type ? this.typeNames(node.type) : [];
    const decorators = this.decorators(node);
    const { name } = node;
    return {
      offset: name.getStart(this.#file),
      ...(this.#ts.isIdentifier(name) ? { name: name.text } : { bindings: this.bindings(name, []) }),
      ...(node.dotDotDotToken && { isRest: true }),
      ...(typeNames.length > 0 && { typeNames }),
      ...(decorators && { decorators }),
    };
  }

  private bindings(pattern: ts.BindingPattern, path: readonly string[]): BindingFact[] {
    return pattern.elements.flatMap((element) => {
      if (this.#ts.isOmittedExpression(element) || element.dotDotDotToken) return [];
      const key = this.#ts.isArrayBindingPattern(pattern)
        ? "[]"
        : this.propertyText(element.propertyName ?? element.name);
      if (key === undefined) return [];
      const member = [...path, key];
      if (!this.#ts.isIdentifier(element.name)) return this.bindings(element.name, member);
      return [{ member, name: element.name.text, offset: this.offset(element.name) }];
    });
  }

  /** Identifiers in a type, outermost first; of a dotted name the last part. */
  private typeNames(type: ts.TypeNode): string[] {
    const names: string[] = [];
    const collect = (node: ts.Node): void => {
      if (names.length >= 8) return;
      if (this.#ts.isTypeReferenceNode(node)) {
        const name = node.typeName;
        names.push(this.#ts.isIdentifier(name) ? name.text : name.right.text);
        node.typeArguments?.forEach(collect);
      } else if (this.#ts.isUnionTypeNode(node) || this.#ts.isIntersectionTypeNode(node)) {
        node.types.forEach(collect);
      } else if (this.#ts.isArrayTypeNode(node)) {
        collect(node.elementType);
      } else if (this.#ts.isParenthesizedTypeNode(node)) {
        collect(node.type);
      } else if (this.#ts.isTypeLiteralNode(node)) {
        for (const member of node.members)
          if (this.#ts.isPropertySignature(member) && member.type) collect(member.type);
      }
    };
    collect(type);
    return names;
  }

  private visitClass(node: ts.ClassLikeDeclaration): void {
    const { SyntaxKind } = this.#ts;
    if (hasModifier(this.#ts, node, SyntaxKind.DeclareKeyword)) return;
    if (this.#ts.isClassDeclaration(node)) this.#declare(node);
    const fact: Mutable<ClassFact> = {
      id: this.#classes.length,
      span: { start: node.getStart(this.#file), end: node.end },
    };
    this.#classes.push(fact);
    this.#classOf.set(node, fact.id);
    fact.nameOffset = (node.name ?? node).getStart(this.#file);
    if (node.name) fact.name = node.name.text;
    if (this.isExported(node)) fact.isExported = true;
    const site = this.#ts.isClassExpression(node) ? this.siteOf(node) : NOWHERE;
    if (site.to !== "nowhere") {
      fact.site = site;
      const name = fact.name ?? placeName(site);
      if (name !== undefined) fact.name = name;
    }
    const decorators = this.decorators(node);
    if (decorators) fact.decorators = decorators;
    for (const clause of node.heritageClauses ?? []) {
      const bases = clause.types.map((type) => this.visitHeritage(type.expression));
      const known = bases.filter((base) => base !== undefined);
      if (clause.token === SyntaxKind.ImplementsKeyword) fact.implements = known;
      else if (known[0] !== undefined) fact.extends = known[0];
    }
    const outerClass = this.#class;
    this.#class = fact.id;
    for (const member of node.members) this.visitMember(member, node, fact);
    this.#class = outerClass;
  }

  private visitHeritage(expression: ts.Expression): MentionId | undefined {
    this.#visit(expression);
    const name = this.#ts.isPropertyAccessExpression(expression) ? expression.name : expression;
    return this.#mentionOf.get(name);
  }

  private visitMember(member: ts.ClassElement, node: ts.ClassLikeDeclaration, owner: Mutable<ClassFact>): void {
    if (!this.#ts.isPropertyDeclaration(member)) {
      this.#visit(member);
      return;
    }
    const decorators = this.decorators(member);
    const name = this.propertyText(member.name);
    if (decorators && name !== undefined) {
      const field = { name, offset: member.name.getStart(this.#file), decorators };
      owner.decoratedFields = [...(owner.decoratedFields ?? []), field];
    }
    if (this.#ts.isComputedPropertyName(member.name)) this.#visit(member.name);
    const initializer = member.initializer;
    if (!initializer) return;
    // Static fields run where the class is evaluated; instance fields wherever it is constructed.
    const isStatic = hasModifier(this.#ts, member, this.#kinds.StaticKeyword);
    if (isStatic || this.#ts.isFunctionLike(initializer)) {
      this.#visit(initializer);
      return;
    }
    this.#lists.addField(member);
    this.inFunction(this.fieldInitialiser(node, owner.id), member, () => {
      this.#visit(initializer);
    });
  }

  /** One function stands for all instance-field initialisers of a class. */
  private fieldInitialiser(node: ts.ClassLikeDeclaration, classId: number): FunctionId {
    const existing = this.#fieldInitialisers.get(classId);
    if (existing !== undefined) return existing;
    const id = this.#functions.length;
    this.#fieldInitialisers.set(classId, id);
    this.#scopes.open(id, this.#function);
    const className = this.#classes[classId]?.name;
    this.#functions.push({
      id,
      kind: "field-initialiser",
      span: { start: node.getStart(this.#file), end: node.end },
      nameOffset: (node.name ?? node).getStart(this.#file),
      ...(className !== undefined && { name: `new ${className}` }),
      parent: this.#function,
      class: classId,
      parameters: [],
    });
    return id;
  }

  private decorators(node: ts.Node): DecoratorFact[] | undefined {
    if (!this.#ts.canHaveDecorators(node)) return undefined;
    const decorators = this.#ts.getDecorators(node);
    if (!decorators) return undefined;
    const facts: DecoratorFact[] = [];
    for (const decorator of decorators) {
      this.#visit(decorator.expression);
      const target = this.#ts.isCallExpression(decorator.expression)
        ? decorator.expression.expression
        : decorator.expression;
      const name = this.#ts.isPropertyAccessExpression(target) ? target.name : target;
      const mention =
        this.#mentionOf.get(name) ?? (this.#ts.isIdentifier(name) ? this.mention(name, NOWHERE) : undefined);
      if (mention === undefined) continue;
      const call = this.#callOf.get(decorator.expression);
      facts.push({ name: this.#mentions[mention]?.name ?? "", mention, ...(call !== undefined && { call }) });
    }
    return facts;
  }

  /** Whether a function, a class, a variable's initialiser or a variable's name (in a pattern, too) is exported where it stands. */
  private isExported(node: ts.Node): boolean {
    if (hasModifier(this.#ts, node, this.#kinds.ExportKeyword)) return true;
    let declaration = node.parent;
    while (this.#ts.isBindingElement(declaration) || this.#ts.isObjectBindingPattern(declaration))
      declaration = declaration.parent;
    return (
      this.#ts.isVariableDeclaration(declaration) &&
      hasModifier(this.#ts, declaration.parent.parent, this.#kinds.ExportKeyword)
    );
  }

  // ── Expressions ───────────────────────────────────────────────────────────────────────────

  private visitCall(node: CallNode): void {
    const id = this.#calls.length;
    const fact: Mutable<CallFact> = {
      id,
      span: { start: node.getStart(this.#file), end: node.end },
      function: this.#function,
      loopDepth: this.#loopDepth,
      arguments: [],
      site: this.siteOf(node),
    };
    this.#calls.push(fact);
    this.#callNodes.push(node);
    this.#callOf.set(node, id);
    if (this.#ts.isNewExpression(node)) fact.isNew = true;
    if (this.isAwaited(node)) fact.isAwaited = true;
    const keptBy = this.keptBy();
    if (keptBy) fact.keptBy = keptBy;
    if (this.#guard !== undefined) fact.guard = this.#guard;
    if (this.#ts.isCallExpression(node)) this.visitModuleCall(node);
    this.#ts.forEachChild(node, this.#visit);
  }

  /** `require("x")` and `import("x")`: the whole module as a value. */
  private visitModuleCall(node: ts.CallExpression): void {
    const callee = node.expression;
    const isModuleCall =
      callee.kind === this.#kinds.ImportKeyword || (this.#ts.isIdentifier(callee) && callee.text === "require");
    const argument = node.arguments[0];
    if (!isModuleCall || !argument) return;
    const module = this.specifier(argument);
    if (module === undefined) return;
    this.#modules.add(module);
    this.#mentionOf.set(argument, this.#mentions.length);
    this.#mentions.push({
      name: "default",
      offset: argument.getStart(this.#file),
      module,
      function: this.#function,
      site: this.siteOf(node),
    });
  }

  private isAwaited(node: ts.Node): boolean {
    let outer: ts.Node = node;
    while (this.#ts.isParenthesizedExpression(outer.parent)) outer = outer.parent;
    return this.#ts.isAwaitExpression(outer.parent);
  }

  private visitText(node: ts.Expression, text: string): void {
    if (!SOURCE_FILE.test(text)) return;
    let value = node;
    while (this.#ts.isBinaryExpression(value.parent) && value.parent.right === value) value = value.parent;
    const site = this.siteOf(value);
    if (site.to === "variable" || site.to === "property") this.#fileNames.push({ text, site });
  }

  private visitIdentifier(node: ts.Identifier): void {
    if (node.text === "undefined" || this.#mentionOf.has(node)) return;
    const site = this.siteOf(node);
    if (site.to !== "nowhere") this.mention(node, site);
  }

  private visitPropertyAccess(node: ts.PropertyAccessExpression): void {
    const id = this.mention(node.name, this.siteOf(node), true);
    const mention = node.expression.kind === this.#kinds.ThisKeyword ? this.#mentions[id] : undefined;
    if (mention) mention.isOfThis = true;
    this.#lists.addReceiver(node);
    this.#visit(node.expression);
  }

  private visitElementAccess(node: ts.ElementAccessExpression): void {
    const key = node.argumentExpression;
    const name = this.specifier(key) ?? "[]";
    const offset = name === "[]" ? node.expression.end : key.getStart(this.#file);
    // The key may be a mention of its own; the access is known by its node then.
    this.#mentionOf.set(name === "[]" ? node : key, this.#mentions.length);
    const mention: Mutable<MentionFact> = {
      name,
      offset,
      isMember: true,
      ...(name !== "[]" && { isKeyed: true }),
      function: this.#function,
      site: this.siteOf(node),
    };
    this.#mentions.push(mention);
    this.#visit(node.expression);
    if (name !== "[]") return;
    const text = unwrap(this.#ts, key);
    // A name goes nowhere as a key, but says what is called, or handed on: `app[method]()`, `this[name].bind(this)`.
    if (this.#ts.isIdentifier(text) && (mention.site.to === "callee" || isHandedOn(this.#ts, node)))
      this.mention(text, NOWHERE);
    else this.#visit(key);
    const keyMention = this.#mentionOf.get(accessName(this.#ts, text));
    if (keyMention !== undefined) mention.key = keyMention;
  }

  private visitPropertyName(name: ts.PropertyName): void {
    if (this.#ts.isComputedPropertyName(name)) this.#visit(name.expression);
  }

  private visitBinding(node: ts.VariableDeclaration | ts.BindingElement): void {
    this.#declare(node);
    if (this.#ts.isBindingElement(node)) this.visitBindingElement(node);
    if (!this.#ts.isIdentifier(node.name)) this.#visit(node.name);
    if (node.initializer) this.#visit(node.initializer);
    if (!node.initializer || this.#ts.isBindingElement(node)) return;
    this.#lists.addInitialiser(node.initializer, this.#function === 0);
    for (const constant of numbersOf(this.#ts, this.#file, node))
      this.#constants.push({ ...constant, function: this.#function });
  }

  private visitBindingElement(node: ts.BindingElement): void {
    if (!this.#ts.isObjectBindingPattern(node.parent) || node.dotDotDotToken) return;
    const key = node.propertyName ?? node.name;
    const name = this.#ts.isIdentifier(key) ? key.text : this.#ts.isStringLiteralLike(key) ? key.text : undefined;
    if (name === undefined) return;
    const site = this.declaredVariable(node.name);
    this.#mentionOf.set(key, this.#mentions.length);
    this.#mentions.push({ name, offset: key.getStart(this.#file), isMember: true, function: this.#function, site });
  }

  private visitIf(node: ts.IfStatement): void {
    this.#visit(node.expression);
    const test = this.environmentOf(node.expression);
    const outer = this.#keepers;
    this.#keepers = this.with(this.#runsOnce.ofBranch(node, this.#functionNode));
    this.inGuard(test, false, node.thenStatement);
    this.#keepers = outer;
    if (node.elseStatement) this.inGuard(test, true, node.elseStatement);
  }

  private visitBinary(node: ts.BinaryExpression): void {
    const { SyntaxKind } = this.#ts;
    if (node.operatorToken.kind === SyntaxKind.EqualsToken && this.#ts.isIdentifier(node.left))
      this.#scopes.assign(this.#function, node.left.text, node.right);
    if (node.operatorToken.kind === SyntaxKind.EqualsToken && this.#function === 0) this.#lists.addExported(node.right);
    else if (node.operatorToken.kind === SyntaxKind.PlusToken) this.#lists.addText(node);
    const environment = this.environmentComparison(node);
    if (environment) {
      const site = this.siteOf(node);
      if (site.to !== "nowhere") this.#environmentTests.push({ environment, site });
    }
    this.#visit(node.left);
    const outer = this.#keepers;
    this.#keepers = this.with(this.#runsOnce.ofRightSide(node, this.#functionNode));
    if (node.operatorToken.kind === SyntaxKind.AmpersandAmpersandToken)
      this.inGuard(this.environmentOf(node.left), false, node.right);
    else this.#visit(node.right);
    this.#keepers = outer;
  }

  private visitConditional(node: ts.ConditionalExpression): void {
    this.#visit(node.condition);
    this.#visit(node.whenTrue);
    const outer = this.#keepers;
    this.#keepers = this.with(this.#runsOnce.ofAlternative(node, this.#functionNode));
    this.#visit(node.whenFalse);
    this.#keepers = outer;
  }

  private with(keeping: Keeping | undefined): readonly Keeping[] {
    return keeping ? [...this.#keepers, keeping] : this.#keepers;
  }

  /** The longest-lived keeper of where the walk stands. */
  private keptBy(): KeeperFact | undefined {
    const lasting = this.#keepers.filter(({ keeper: each }) => this.#ts.isSourceFile(each));
    const always = [...lasting, ...this.#keepers].find(({ key }) => key === undefined);
    const [keyed] = lasting;
    if (!always) return keyed?.key === undefined ? undefined : { function: 0, key: keyed.key };
    const { keeper } = always;
    const classId = this.#classOf.get(keeper);
    return classId === undefined ? { function: this.#functionOf.get(keeper) ?? 0 } : { class: classId };
  }

  private visitLoop(node: ts.IterationStatement): void {
    const { SyntaxKind } = this.#ts;
    const kind =
      node.kind === SyntaxKind.ForStatement
        ? "for"
        : node.kind === SyntaxKind.ForOfStatement
          ? "for-of"
          : node.kind === SyntaxKind.ForInStatement
            ? "for-in"
            : node.kind === SyntaxKind.WhileStatement
              ? "while"
              : "do";
    const fact: Mutable<LoopFact> = {
      span: { start: node.getStart(this.#file), end: node.end },
      function: this.#function,
      kind,
    };
    this.#loops.push(fact);
    this.#loopNodes.push({ node, function: this.#function });
    if (this.#ts.isForOfStatement(node) && node.awaitModifier) this.recordAwait(node);
    const awaitsBefore = this.#functions[this.#function]?.awaits?.length ?? 0;
    // What is iterated over is evaluated once, before the loop.
    if (this.#ts.isForOfStatement(node) || this.#ts.isForInStatement(node)) this.#visit(node.expression);
    if (this.#ts.isForOfStatement(node)) this.#lists.addIterated(node.expression);
    if (this.#ts.isForStatement(node) && node.initializer) this.#visit(node.initializer);
    this.#loopDepth++;
    this.#ts.forEachChild(node, (child) => {
      const isHead =
        "expression" in node &&
        child === node.expression &&
        (this.#ts.isForOfStatement(node) || this.#ts.isForInStatement(node));
      const isInitializer = this.#ts.isForStatement(node) && child === node.initializer;
      if (!isHead && !isInitializer) this.#visit(child);
    });
    this.#loopDepth--;
    if ((this.#functions[this.#function]?.awaits?.length ?? 0) > awaitsBefore) fact.hasAwait = true;
    else if (this.isBusyWait(node)) fact.isBusyWait = true;
  }

  /** The test reads the clock, and nothing in the loop does work or lets others run. */
  private isBusyWait(node: ts.IterationStatement): boolean {
    const test =
      this.#ts.isWhileStatement(node) || this.#ts.isDoStatement(node)
        ? node.expression
        : this.#ts.isForStatement(node)
          ? node.condition
          : undefined;
    if (!test || !this.#ts.isBinaryExpression(test)) return false;
    return (
      this.contains(test, (child) => this.isClockReading(child)) &&
      !this.doesWork(test) &&
      !this.doesWork(node.statement)
    );
  }

  private doesWork(node: ts.Node): boolean {
    return this.contains(node, (child) => {
      if (this.#ts.isCallExpression(child) || this.#ts.isNewExpression(child)) return !this.isClockReading(child);
      return this.#ts.isReturnStatement(child) || this.#ts.isBreakStatement(child) || this.#ts.isYieldExpression(child);
    });
  }

  private isClockReading(node: ts.Node): boolean {
    return (
      (this.#ts.isCallExpression(node) || this.#ts.isNewExpression(node)) &&
      isClock(node.expression.getText(this.#file))
    );
  }

  private contains(node: ts.Node, matches: (child: ts.Node) => boolean): boolean {
    return matches(node) || (this.#ts.forEachChild(node, (child) => this.contains(child, matches)) ?? false);
  }

  private recordAwait(node: ts.Node): void {
    const fact = this.#functions[this.#function];
    if (fact) (fact.awaits ??= []).push(node.getStart(this.#file));
  }

  // ── Code that runs in development only ────────────────────────────────────────────────────

  private inGuard(test: EnvironmentTest | undefined, isElse: boolean, branch: ts.Node): void {
    const outer = this.#guard;
    if (test) {
      this.#guard = this.#guards.length;
      const isNegated = test.isNegated !== isElse;
      this.#guards.push({
        span: { start: branch.getStart(this.#file), end: branch.end },
        ...(test.environment && { environment: isNegated ? opposite(test.environment) : test.environment }),
        ...(test.flag !== undefined && { flag: test.flag }),
        ...(test.flag !== undefined && isNegated && { isNegated: true }),
        ...(outer !== undefined && { parent: outer }),
      });
    }
    this.#visit(branch);
    this.#guard = outer;
  }

  private environmentOf(test: ts.Expression): EnvironmentTest | undefined {
    const { SyntaxKind } = this.#ts;
    const expression = unwrap(this.#ts, test);
    if (this.#ts.isPrefixUnaryExpression(expression) && expression.operator === SyntaxKind.ExclamationToken) {
      const inner = this.environmentOf(expression.operand);
      return inner && { ...inner, isNegated: !inner.isNegated };
    }
    if (this.#ts.isBinaryExpression(expression)) {
      const environment = this.environmentComparison(expression);
      if (environment) return { environment, isNegated: false };
      return expression.operatorToken.kind === SyntaxKind.AmpersandAmpersandToken
        ? this.environmentOf(expression.left)
        : undefined;
    }
    const name = this.#ts.isPropertyAccessExpression(expression) ? expression.name : expression;
    if (!this.#ts.isIdentifier(name)) return undefined;
    const flag = this.#mentionOf.get(name) ?? this.mention(name, NOWHERE, name !== expression);
    return { flag, isNegated: false };
  }

  /** `process.env.NODE_ENV === "development"` and its like. */
  private environmentComparison(node: ts.BinaryExpression): Environment | undefined {
    const { SyntaxKind } = this.#ts;
    const operator = node.operatorToken.kind;
    const isEqual = operator === SyntaxKind.EqualsEqualsEqualsToken || operator === SyntaxKind.EqualsEqualsToken;
    const isUnequal =
      operator === SyntaxKind.ExclamationEqualsEqualsToken || operator === SyntaxKind.ExclamationEqualsToken;
    if (!isEqual && !isUnequal) return undefined;
    const [variable, value] = this.#ts.isStringLiteralLike(node.right)
      ? [node.left, node.right]
      : [node.right, node.left];
    if (!this.#ts.isStringLiteralLike(value) || !/\bNODE_ENV\b/u.test(variable.getText(this.#file))) return undefined;
    const compared: Environment = value.text === "production" ? "production" : "development";
    return isEqual ? compared : opposite(compared);
  }

  // ── Where values go ───────────────────────────────────────────────────────────────────────

  private mention(token: ts.Identifier | ts.PrivateIdentifier, site: Site, isMember = false): MentionId {
    const id = this.#mentions.length;
    this.#mentionOf.set(token, id);
    const mention: Mutable<MentionFact> = {
      name: token.text,
      offset: this.offset(token),
      function: this.#function,
      site,
    };
    if (isMember) mention.isMember = true;
    this.#mentions.push(mention);
    return id;
  }

  /** The object of a member access, whose own mention always comes first. */
  private receiver(access: ts.Node): Site {
    const member = this.#mentionOf.get(accessName(this.#ts, access));
    return member === undefined ? NOWHERE : { to: "receiver", member };
  }

  /** The outermost expression with the same value: around parentheses, casts, `await`, chosen branches. */
  private skipOuter(node: ts.Node): ts.Node {
    let value = node;
    while (this.passesThrough(value)) value = value.parent;
    return value;
  }

  private passesThrough(node: ts.Node): boolean {
    const { SyntaxKind } = this.#ts;
    const parent = node.parent;
    switch (parent.kind) {
      case SyntaxKind.ParenthesizedExpression:
      case SyntaxKind.AsExpression:
      case SyntaxKind.NonNullExpression:
      case SyntaxKind.SatisfiesExpression:
      case SyntaxKind.TypeAssertionExpression:
      case SyntaxKind.AwaitExpression:
        return true;
      case SyntaxKind.ConditionalExpression:
        return (parent as ts.ConditionalExpression).condition !== node;
      case SyntaxKind.SpreadElement:
        return true;
      case SyntaxKind.BinaryExpression: {
        const { right, operatorToken } = parent as ts.BinaryExpression;
        switch (operatorToken.kind) {
          case SyntaxKind.BarBarToken:
          case SyntaxKind.QuestionQuestionToken:
            return true;
          case SyntaxKind.AmpersandAmpersandToken:
          case SyntaxKind.CommaToken:
            return right === node;
          default:
            return false;
        }
      }
      default:
        return false;
    }
  }

  private siteOf(node: ts.Node): Site {
    const { SyntaxKind } = this.#ts;
    const value = this.skipOuter(node);
    const parent = value.parent;
    switch (parent.kind) {
      case SyntaxKind.CallExpression:
      case SyntaxKind.NewExpression: {
        const call = this.#callOf.get(parent);
        if (call === undefined) return NOWHERE;
        if ((parent as ts.CallExpression).expression === value) return { to: "callee", call };
        const index = (parent as ts.CallExpression).arguments.findIndex((argument) => argument === value);
        return index < 0 || isReader(this.#ts, (parent as ts.CallExpression).expression)
          ? NOWHERE
          : { to: "argument", call, index };
      }
      case SyntaxKind.TaggedTemplateExpression: {
        const call = this.#callOf.get(parent);
        return call !== undefined && (parent as ts.TaggedTemplateExpression).tag === value
          ? { to: "callee", call }
          : NOWHERE;
      }
      case SyntaxKind.JsxOpeningElement:
      case SyntaxKind.JsxSelfClosingElement: {
        const call = this.#callOf.get(parent);
        return call !== undefined && (parent as JsxNode).tagName === value ? { to: "callee", call } : NOWHERE;
      }
      case SyntaxKind.PropertyAccessExpression:
      case SyntaxKind.ElementAccessExpression:
        return (parent as ts.PropertyAccessExpression).expression === value ? this.receiver(parent) : NOWHERE;
      case SyntaxKind.VariableDeclaration:
      case SyntaxKind.Parameter:
      case SyntaxKind.BindingElement:
        return (parent as ts.VariableDeclaration).initializer === value
          ? this.declaredVariable((parent as ts.VariableDeclaration).name)
          : NOWHERE;
      case SyntaxKind.PropertyAssignment: {
        const { name, initializer } = parent as ts.PropertyAssignment;
        if (initializer !== value) return NOWHERE;
        return this.property(name, this.siteOfLiteral(parent.parent));
      }
      case SyntaxKind.ShorthandPropertyAssignment:
        return this.property((parent as ts.ShorthandPropertyAssignment).name, this.siteOfLiteral(parent.parent));
      case SyntaxKind.SpreadAssignment: {
        const of = this.siteOfLiteral(parent.parent);
        return of.to === "nowhere" ? NOWHERE : { to: "spread", of };
      }
      case SyntaxKind.PropertyDeclaration:
        return (parent as ts.PropertyDeclaration).initializer === value
          ? this.property((parent as ts.PropertyDeclaration).name, undefined)
          : NOWHERE;
      case SyntaxKind.ArrayLiteralExpression:
        return { to: "element", of: this.siteOfLiteral(parent) };
      case SyntaxKind.ReturnStatement:
        return { to: "return", function: this.#function };
      case SyntaxKind.ArrowFunction: {
        const id = this.#functionOf.get(parent);
        return id !== undefined && (parent as ts.ArrowFunction).body === value
          ? { to: "return", function: id }
          : NOWHERE;
      }
      case SyntaxKind.ExportAssignment:
        return { to: "export", name: "default", offset: value.getStart(this.#file) };
      case SyntaxKind.ForOfStatement: {
        const { initializer, expression } = parent as ts.ForOfStatement;
        if (expression !== value || !this.#ts.isVariableDeclarationList(initializer)) return NOWHERE;
        const name = initializer.declarations[0]?.name;
        if (!name) return NOWHERE;
        const bindings = this.#ts.isIdentifier(name)
          ? [{ member: [], name: name.text, offset: this.offset(name) }]
          : this.bindings(name, []);
        return { to: "iterated", bindings };
      }
      case SyntaxKind.ExpressionWithTypeArguments: {
        const clause = parent.parent as ts.HeritageClause;
        const id = this.#classOf.get(clause.parent);
        return id !== undefined && clause.token === SyntaxKind.ExtendsKeyword ? { to: "heritage", class: id } : NOWHERE;
      }
      case SyntaxKind.BinaryExpression:
        return this.assignmentSite(parent as ts.BinaryExpression, value);
      default:
        return NOWHERE;
    }
  }

  private siteOfLiteral(node: ts.Node): Site {
    let site = this.#literalSites.get(node);
    if (!site) this.#literalSites.set(node, (site = this.siteOf(node)));
    return site;
  }

  private assignmentSite(node: ts.BinaryExpression, value: ts.Node): Site {
    const { SyntaxKind } = this.#ts;
    switch (node.operatorToken.kind) {
      case SyntaxKind.BarBarEqualsToken:
      case SyntaxKind.QuestionQuestionEqualsToken:
        return node.right === value ? this.target(node.left) : this.siteOf(node);
      case SyntaxKind.EqualsToken:
      case SyntaxKind.AmpersandAmpersandEqualsToken:
        return node.right === value ? this.target(node.left) : NOWHERE;
      default:
        return NOWHERE;
    }
  }

  /** The place that an assignment's left side names. */
  private target(expression: ts.Expression): Site {
    const target = unwrap(this.#ts, expression);
    if (this.#ts.isIdentifier(target))
      return { to: "variable", name: target.text, offset: this.offset(target), isReference: true };
    if (this.#ts.isPropertyAccessExpression(target)) {
      if (target.name.text === "exports" && target.expression.getText(this.#file) === "module") {
        return { to: "export", name: "default", offset: this.offset(target.name) };
      }
      return {
        to: "property",
        name: target.name.text,
        offset: this.offset(target.name),
        isReference: true,
        ...(isModuleExports(target.expression.getText(this.#file)) && { isExported: true }),
        ...this.owner(target.expression),
      };
    }
    if (this.#ts.isElementAccessExpression(target)) {
      const name = this.specifier(target.argumentExpression);
      if (name !== undefined) {
        return {
          to: "property",
          name,
          offset: target.argumentExpression.getStart(this.#file),
          isReference: true,
          ...this.owner(target.expression),
        };
      }
      return { to: "element", of: this.target(target.expression) };
    }
    return NOWHERE;
  }

  /**
   * The place that holds the assigned member. A module's own exports are known by name: `exports` leads
   * nowhere else.
   */
  private owner(expression: ts.Expression): { of: Site } | undefined {
    const object = unwrap(this.#ts, expression);
    if (this.#ts.isIdentifier(object) && object.text === "exports") return undefined;
    const of = this.target(object);
    return of.to === "nowhere" || of.to === "export" ? undefined : { of };
  }

  private declaredVariable(name: ts.BindingName): Site {
    if (!this.#ts.isIdentifier(name)) return NOWHERE;
    return {
      to: "variable",
      name: name.text,
      offset: this.offset(name),
      ...(this.isExported(name) && { isExported: true }),
    };
  }

  private property(name: ts.PropertyName, of: Site | undefined): Site {
    const text = this.propertyText(name);
    const owner = of && of.to !== "nowhere" ? { of } : undefined;
    if (text === undefined) return owner ? { to: "element", of: owner.of } : NOWHERE;
    return { to: "property", name: text, offset: name.getStart(this.#file), ...owner };
  }

  private propertyText(name: ts.Node): string | undefined {
    if (this.#ts.isIdentifier(name) || this.#ts.isPrivateIdentifier(name)) return name.text;
    if (this.#ts.isStringLiteralLike(name) || this.#ts.isNumericLiteral(name)) return name.text;
    if (this.#ts.isComputedPropertyName(name) && this.#ts.isStringLiteralLike(name.expression))
      return name.expression.text;
    return undefined;
  }

  // ── Arguments ─────────────────────────────────────────────────────────────────────────────

  private fillArguments(origins: Origins): void {
    const fixed = new FixedCalls(this.#ts, this.#scopes, this.#functionOf);
    for (const fact of this.#calls) {
      const node = this.#callNodes[fact.id];
      if (!node) continue;
      const callee = unwrap(this.#ts, calledExpression(this.#ts, node));
      const mention = this.#mentionOf.get(accessName(this.#ts, callee));
      if (mention !== undefined) fact.callee = mention;
      const calleeFunction = this.#functionOf.get(callee);
      if (calleeFunction !== undefined) fact.calleeFunction = calleeFunction;
      const calleeCall = this.#callOf.get(callee);
      if (calleeCall !== undefined) fact.calleeCall = calleeCall;
      const list = "arguments" in node ? (node.arguments ?? []) : [];
      fact.arguments = list.map((argument) => this.value(argument, LITERAL_DEPTH));
      const isCall = this.#ts.isCallExpression(node) || this.#ts.isNewExpression(node);
      if (!isCall || fact.function === 0) continue;
      if (fixed.isFixed(node, fact.function)) fact.isFixed = true;
      if (this.#ts.isCallExpression(node)) this.readRegexUse(node, fact, origins);
    }
  }

  private readRepeatedWork(origins: Origins): void {
    this.#repeatedWork = readRepeatedWork(this.#ts, this.#file, this.#scopes, origins, {
      calls: this.#callNodes.map((node, id) => ({ node, function: this.#calls[id]?.function ?? 0 })),
      loops: this.#loopNodes,
      functionOf: this.#functionOf,
      functionNames: new Set(this.#functions.flatMap(({ name }) => name ?? [])),
    });
  }

  private readRegexUse(node: ts.CallExpression, fact: CallFact, origins: Origins): void {
    const use = regexUseOf(this.#ts, this.#scopes, node, fact.function);
    const text = use ? origins.of(use.text, fact.function) : [];
    if (use && text.some(({ is }) => is === "parameter"))
      this.#regexUses.push({ call: fact.id, pattern: use.pattern, flags: use.flags, text });
  }

  private value(expression: ts.Expression, depth: number): ValueFact {
    const { SyntaxKind } = this.#ts;
    const node = unwrap(this.#ts, expression);
    switch (node.kind) {
      case SyntaxKind.StringLiteral:
      case SyntaxKind.NoSubstitutionTemplateLiteral:
        return { is: "string", value: (node as ts.StringLiteral).text };
      case SyntaxKind.TemplateExpression:
        return textOf(this.#ts, node) ?? endingOf((node as ts.TemplateExpression).templateSpans.at(-1)?.literal.text);
      case SyntaxKind.BinaryExpression: {
        const { operatorToken, right } = node as ts.BinaryExpression;
        if (operatorToken.kind !== SyntaxKind.PlusToken) return numberFact(numberOf(this.#ts, node));
        const ending = this.#ts.isStringLiteralLike(right) ? endingOf(right.text) : undefined;
        return textOf(this.#ts, node) ?? ending ?? numberFact(numberOf(this.#ts, node));
      }
      case SyntaxKind.NumericLiteral:
      case SyntaxKind.PrefixUnaryExpression:
        return numberFact(numberOf(this.#ts, node));
      case SyntaxKind.TrueKeyword:
      case SyntaxKind.FalseKeyword:
        return { is: "boolean", value: node.kind === SyntaxKind.TrueKeyword };
      case SyntaxKind.RegularExpressionLiteral:
        return { is: "regex", value: (node as ts.RegularExpressionLiteral).text };
      case SyntaxKind.SpreadElement:
        return { is: "spread", value: this.value((node as ts.SpreadElement).expression, depth) };
      case SyntaxKind.ArrayLiteralExpression:
        if (depth === 0) return { is: "other" };
        return {
          is: "array",
          elements: (node as ts.ArrayLiteralExpression).elements.map((element) => this.value(element, depth - 1)),
        };
      case SyntaxKind.ObjectLiteralExpression:
        if (depth === 0) return { is: "other" };
        return { is: "object", properties: this.propertyValues(node as ts.ObjectLiteralExpression, depth - 1) };
      default: {
        const functionId = this.#functionOf.get(node);
        if (functionId !== undefined) return { is: "function", function: functionId };
        const call = this.#callOf.get(node);
        if (call !== undefined) return { is: "call", call };
        const mention = this.#mentionOf.get(accessName(this.#ts, node));
        return mention === undefined ? { is: "other" } : { is: "mention", mention };
      }
    }
  }

  private propertyValues(node: ts.ObjectLiteralExpression, depth: number): { name: string; value: ValueFact }[] {
    return node.properties.flatMap((property): { name: string; value: ValueFact }[] => {
      const name = property.name && (this.propertyText(property.name) ?? this.computedName(property.name));
      if (name === undefined) return [];
      if (this.#ts.isPropertyAssignment(property)) return [{ name, value: this.value(property.initializer, depth) }];
      if (this.#ts.isShorthandPropertyAssignment(property)) return [{ name, value: this.value(property.name, depth) }];
      const functionId = this.#functionOf.get(property);
      return functionId === undefined ? [] : [{ name, value: { is: "function", function: functionId } }];
    });
  }

  /** `[QUALITY]` for `[constants.QUALITY]`: what the name stands for is not known here. */
  private computedName(name: ts.PropertyName): string | undefined {
    if (!this.#ts.isComputedPropertyName(name)) return undefined;
    const token = accessName(this.#ts, unwrap(this.#ts, name.expression));
    return this.#ts.isIdentifier(token) ? `[${token.text}]` : undefined;
  }

  private offset(token: ts.Node): number {
    if (this.#ts.isIdentifier(token) || this.#ts.isPrivateIdentifier(token)) {
      // Cheaper than skipping trivia; escapes (`\u0061`) make the text shorter than its source.
      const start = token.end - token.text.length;
      if (this.#file.text.startsWith(token.text, start)) return start;
    }
    return token.getStart(this.#file);
  }
}

interface EnvironmentTest {
  readonly environment?: Environment;
  readonly flag?: MentionId;
  readonly isNegated: boolean;
}

function numberFact(value: number | undefined): ValueFact {
  return value === undefined ? { is: "other" } : { is: "number", value };
}

function isModuleExports(object: string): boolean {
  return object === "exports" || object === "module.exports";
}

/** Lower-case elements are the platform's own. */
function isComponent(tagName: string): boolean {
  return /^[A-Z]|\./u.test(tagName);
}

/** `Number(rows[0].count)`: what is given is read, and goes nowhere. */
function isReader(ts: TypeScript, callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return READERS.has(callee.text);
  return (
    ts.isPropertyAccessExpression(callee) &&
    ts.isIdentifier(callee.expression) &&
    READING_OBJECTS.has(callee.expression.text)
  );
}

function calledExpression(ts: TypeScript, node: CallNode): ts.Expression {
  if (ts.isTaggedTemplateExpression(node)) return node.tag;
  return "tagName" in node ? (node.tagName as ts.Expression) : node.expression;
}

function opposite(environment: Environment): Environment {
  return environment === "production" ? "development" : "production";
}

function placeName(site: Site): string | undefined {
  return site.to === "variable" || site.to === "property" ? (site satisfies Place).name : undefined;
}

/** The node under which a member access's mention is known. */
function accessName(ts: TypeScript, access: ts.Node): ts.Node {
  if (ts.isPropertyAccessExpression(access)) return access.name;
  if (!ts.isElementAccessExpression(access)) return access;
  return ts.isStringLiteralLike(access.argumentExpression) ? access.argumentExpression : access;
}

function hasModifier(ts: TypeScript, node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some((modifier) => modifier.kind === kind) ?? false);
}

function isClock(callee: string): boolean {
  return /^(?:(?:new )?Date(?:\.now|\(\)\.(?:getTime|valueOf))?|performance\.now|process\.(?:hrtime(?:\.bigint)?|uptime))$/u.test(
    callee,
  );
}

function nothing(): void {
  // Types and labels run nothing.
}

/** As the compiler has them; much faster where lines end with line feeds, as nearly all do. */
function lineStartsOf(file: ts.SourceFile): number[] {
  const { text } = file;
  if (/[\r\u2028\u2029]/u.test(text)) return [...file.getLineStarts()];
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function syntaxErrors(ts: TypeScript, sourceFile: ts.SourceFile): FileFacts["syntaxErrors"] {
  // Not in the public types, but the only place that has the parser's errors without a program.
  const { parseDiagnostics = [] } = sourceFile as ts.SourceFile & {
    parseDiagnostics?: readonly ts.DiagnosticWithLocation[];
  };
  return parseDiagnostics.map((diagnostic) => ({
    offset: diagnostic.start,
    message: ts.flattenDiagnosticMessageText(diagnostic.messageText, " "),
  }));
}

const DIRECTIVE = /(?:\/\/|\/\*)\s*eslint-(disable|enable)(-line|-next-line)?\b([^\n]*?)(?:\*\/|$)/gmu;

function readDirectives(text: string, sourceFile: ts.SourceFile): DirectiveFact[] {
  if (!text.includes("eslint-")) return [];
  return [...text.matchAll(DIRECTIVE)].map((match) => {
    const [whole, verb = "", scope = "", rest = ""] = match;
    const [rules = "", reason] = rest.split(/\s-{2,}\s/u);
    return {
      kind: `${verb}${scope}` as DirectiveFact["kind"],
      offset: match.index,
      line: sourceFile.getLineAndCharacterOfPosition(match.index + whole.length).line,
      rules: rules
        .split(",")
        .map((rule) => rule.trim())
        .filter((rule) => rule !== ""),
      ...(reason !== undefined && { reason: reason.trim() }),
    };
  });
}

/** `this[name]` as an argument, and `x[name].bind`. */
function isHandedOn(typescript: TypeScript, { expression, parent }: ts.ElementAccessExpression): boolean {
  return typescript.isPropertyAccessExpression(parent)
    ? parent.name.text === "bind"
    : typescript.isCallExpression(parent) && expression.kind === typescript.SyntaxKind.ThisKeyword;
}

function endingOf(text: string | undefined): ValueFact {
  return text === undefined || text === "" ? { is: "other" } : { is: "ending", value: text };
}
