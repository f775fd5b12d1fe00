/** Everything in a program that has to do with a function: its calls, its other names, its other forms. */
import type ts from "typescript";
import type { Reference } from "../../reference.js";
import type { FormQuestion } from "../../rewriter.js";
import { tokenAt, type TypeScript } from "../declaration.js";
import { isIndifferent, isPromiseWelcome, takesPromise } from "./callbacks.js";
import { isAssignment, isTransparent } from "./functions.js";
import { Imports } from "./imports.js";
import { isRegisteredBy } from "./registrations.js";
import { Refused } from "./refused.js";
import { assignedMember, holdersOf, isRequiredFromPackage, objectsTakenFrom } from "./taken-members.js";

/** The program's own files, tests too, each with the checker that knows it. */
export interface OwnFile {
  readonly file: ts.SourceFile;
  readonly checker: ts.TypeChecker;
}

export interface Surroundings {
  readonly files: readonly OwnFile[];
  /** What packages of the workspace offer to whoever installs them. */
  readonly publicFiles: ReadonlySet<string>;
  /** Which version of a package a file may import; undefined where it is no dependency. */
  versionOf(file: string, name: string): string | undefined;
  /** What a name stands for, also where its package is not installed. */
  referencesOf(name: ts.Node): readonly Reference[];
}

export interface Uses {
  readonly calls: readonly ts.CallExpression[];
  /** Others who install the package may call it. */
  readonly isOffered: boolean;
  /** All declarations that stand for the function, or have to be of the same type. */
  readonly declarations: readonly ts.Node[];
}

/**
 * Collects the uses of one function. What it cannot follow, it refuses: a use that is missed would go on with a
 * promise in its hands.
 */
export class UseCollector {
  readonly #ts: TypeScript;
  readonly #files: readonly OwnFile[];
  readonly #surroundings: Surroundings;
  readonly #question: FormQuestion;
  readonly #names = new Set<string>();
  readonly #declarations = new Map<string, ts.Node>();
  readonly #calls = new Map<string, ts.CallExpression>();
  #isMember = false;
  #isExported = false;
  #isDefault = false;
  #isHandedOn = false;

  constructor(typescript: TypeScript, surroundings: Surroundings, question: FormQuestion) {
    this.#ts = typescript;
    this.#files = surroundings.files;
    this.#surroundings = surroundings;
    this.#question = question;
  }

  /**
   * @param name the token that declares the function
   * @throws Refused where something uses it that cannot wait
   */
  collect(name: ts.Node): Uses {
    const checker = this.checkerOf(name.getSourceFile());
    const symbol = checker?.getSymbolAtLocation(name);
    // The module itself, say: `.exports = function f() {}`, where the name before the dot is missing yet.
    if (!checker || !symbol?.declarations || symbol.declarations.some((each) => this.#ts.isSourceFile(each)))
      throw new Refused(`${name.getText()} is declared in a way that is not followed.`);
    for (const declaration of symbol.declarations) this.add(declaration);
    // Each round can bring in other names and other declarations, which are looked for in the next one.
    for (let known = -1; known !== this.size;) {
      known = this.size;
      for (const declaration of [...this.#declarations.values()]) this.followBases(declaration);
      if (this.#isDefault) this.followDefaultImports();
      for (const { file, checker: own } of this.#files) this.scan(file, own);
    }
    if (this.#isMember || this.#isExported) this.refuseWorkedOut();
    const isOffered = this.isPublic();
    if (isOffered && !this.#question.mayChangeOffer) {
      throw new Refused(`${name.getText()} is part of what the package offers to others.`);
    }
    const isUsed = isOffered || this.#calls.size > 0 || this.#isHandedOn || this.#question.isAwaited;
    if (!isUsed) {
      throw new Refused(`Nothing that was read calls ${name.getText()}: whoever does would have to wait for it.`);
    }
    return { calls: [...this.#calls.values()], declarations: [...this.#declarations.values()], isOffered };
  }

  private get size(): number {
    const reached = [this.#isMember, this.#isExported, this.#isDefault].filter(Boolean);
    return this.#declarations.size + this.#names.size + reached.length;
  }

  private checkerOf(file: ts.SourceFile): ts.TypeChecker | undefined {
    return this.#files.find((each) => each.file.fileName === file.fileName)?.checker;
  }

  private add(declaration: ts.Node): void {
    const ts = this.#ts;
    const name = ts.getNameOfDeclaration(declaration as ts.Declaration) ?? declaration;
    if (ts.isIdentifier(name) || ts.isPrivateIdentifier(name) || ts.isStringLiteralLike(name)) {
      // Not typed yet, or a property of that name: it would be found everywhere.
      if (name.text === "") throw new Refused("It has no name to find its callers by.");
      this.#names.add(name.text);
    }
    if (ts.isComputedPropertyName(name)) throw new Refused(`${name.getText()} is a computed name.`);
    const { parent } = declaration;
    this.#isMember ||=
      ts.isClassElement(declaration) || ts.isTypeElement(declaration) || ts.isObjectLiteralElement(declaration);
    this.#isExported ||=
      this.hasExport(declaration) || ts.isBinaryExpression(parent) || ts.isBinaryExpression(declaration);
    if (this.hasModifier(declaration, ts.SyntaxKind.DefaultKeyword)) this.#isDefault = true;
    this.#declarations.set(keyOf(declaration), declaration);
  }

  private hasExport(declaration: ts.Node): boolean {
    const statement = this.#ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
    return this.hasModifier(statement, this.#ts.SyntaxKind.ExportKeyword);
  }

  private hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
    return this.#ts.canHaveModifiers(node) && this.#ts.getModifiers(node)?.some((each) => each.kind === kind) === true;
  }

  /** Interfaces and base classes that a member stands in for have the same form. */
  private followBases(declaration: ts.Node): void {
    for (const symbol of this.basesOf(declaration)) {
      for (const base of symbol.declarations ?? []) {
        if (this.checkerOf(base.getSourceFile())) {
          if (!this.#declarations.has(keyOf(base))) this.add(base);
          continue;
        }
        const checker = this.checkerOf(declaration.getSourceFile());
        const type = checker?.getTypeOfSymbol(symbol);
        if (!checker || !type || !takesPromise(checker, type)) {
          throw new Refused(`${symbol.name} is declared by a library, which does not wait for it.`);
        }
        this.#isHandedOn = true;
      }
    }
  }

  private basesOf(declaration: ts.Node): readonly ts.Symbol[] {
    const ts = this.#ts;
    const checker = this.checkerOf(declaration.getSourceFile());
    const name = ts.getNameOfDeclaration(declaration as ts.Declaration)?.getText();
    if (!checker || name === undefined) return [];
    const { parent } = declaration;
    const types: ts.Type[] = [];
    if ((ts.isClassElement(declaration) && ts.isClassLike(parent)) || ts.isInterfaceDeclaration(parent)) {
      const isStatic = this.hasModifier(declaration, ts.SyntaxKind.StaticKeyword);
      for (const clause of (parent as ts.ClassLikeDeclaration).heritageClauses ?? []) {
        for (const each of clause.types) {
          types.push(isStatic ? checker.getTypeAtLocation(each.expression) : checker.getTypeAtLocation(each));
        }
      }
    } else if (ts.isObjectLiteralElement(declaration) && ts.isObjectLiteralExpression(parent)) {
      const expected = checker.getContextualType(parent);
      if (expected) types.push(...(expected.isUnion() ? expected.types : [expected]));
    }
    return types.flatMap((type) => type.getProperty(name) ?? []);
  }

  /** Whether somebody outside of the workspace may call it, whom nobody could make wait. */
  private isPublic(): boolean {
    return this.#files.some(({ file, checker }) => {
      const module = this.#surroundings.publicFiles.has(file.fileName) ? checker.getSymbolAtLocation(file) : undefined;
      return (
        module !== undefined && checker.getExportsOfModule(module).some((symbol) => this.isOffered(checker, symbol))
      );
    });
  }

  private isOffered(checker: ts.TypeChecker, symbol: ts.Symbol): boolean {
    if (this.standsFor(checker, symbol)) return true;
    const isAlias = (symbol.flags & this.#ts.SymbolFlags.Alias) !== 0;
    const { declarations = [] } = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
    // A member of an exported class, interface or object.
    return [...this.#declarations.values()].some((member) =>
      declarations.some((owner) => this.#ts.findAncestor(member.parent, (node) => keyOf(node) === keyOf(owner))),
    );
  }

  /** `import anything from "./module"`. */
  private followDefaultImports(): void {
    const ts = this.#ts;
    for (const { file, checker } of this.#files) {
      for (const statement of file.statements) {
        const name = ts.isImportDeclaration(statement) ? statement.importClause?.name : undefined;
        if (name && this.standsFor(checker, checker.getSymbolAtLocation(name))) this.#names.add(name.text);
      }
    }
  }

  private scan(file: ts.SourceFile, checker: ts.TypeChecker): void {
    const isOwn = [...this.#declarations.values()].some((each) => each.getSourceFile().fileName === file.fileName);
    if (!isOwn && !this.#isMember && !this.#isExported && !this.#isDefault) return;
    for (const name of this.#names) {
      for (let at = file.text.indexOf(name); at >= 0; at = file.text.indexOf(name, at + name.length)) {
        const token = tokenAt(this.#ts, file, at);
        if (token.getStart(file) !== at && !this.#ts.isStringLiteralLike(token)) continue;
        const isName =
          this.#ts.isIdentifier(token) || this.#ts.isPrivateIdentifier(token) || this.#ts.isStringLiteralLike(token);
        if (isName && token.text === name) this.visit(token, checker);
      }
    }
  }

  private visit(token: ts.Identifier | ts.PrivateIdentifier | ts.StringLiteralLike, checker: ts.TypeChecker): void {
    const ts = this.#ts;
    const { parent } = token;
    if (this.standsFor(checker, assignedMember(this.#ts, checker, token))) {
      throw new Refused(`${token.getText()} is used as a value in ${placeOf(token)}: who calls it is not certain.`);
    }
    if (this.isDeclaringName(token)) {
      if (this.#declarations.has(keyOf(parent))) return;
      // Another implementation of the same interface?
      if (this.basesOf(parent).some((base) => this.isKnown(base))) this.add(parent);
      return;
    }
    if (ts.isBindingElement(parent) && token === (parent.propertyName ?? parent.name)) {
      this.takeOut(parent, token, checker);
      return;
    }
    const symbol = ts.isShorthandPropertyAssignment(parent)
      ? checker.getShorthandAssignmentValueSymbol(parent)
      : checker.getSymbolAtLocation(token);
    if (!symbol || (symbol.name === "unknown" && !symbol.declarations)) {
      this.refuseUnknown(token, checker);
      return;
    }
    if (this.standsFor(checker, symbol)) this.use(token, checker);
  }

  /** `const { f } = object`: the member under a name of its own. */
  private takeOut(
    element: ts.BindingElement,
    token: ts.Identifier | ts.PrivateIdentifier | ts.StringLiteralLike,
    checker: ts.TypeChecker,
  ): void {
    const ts = this.#ts;
    const { parent: pattern, name, initializer } = element;
    if (!ts.isObjectBindingPattern(pattern)) return;
    const required = checker.getSymbolAtLocation(token);
    const property = checker.getTypeAtLocation(pattern).getProperty(token.text);
    const isUnknown = property?.declarations?.every((declaration) => declaration === element) !== false;
    if (!this.standsFor(checker, property) && !this.standsFor(checker, required)) {
      const isOwn = this.#isMember || this.#isExported;
      if (!isUnknown || !isOwn || this.isTakenFromDependency(pattern)) return;
      throw new Refused(`${token.getText()} in ${placeOf(element)} could be it: its type is not known.`);
    }
    if (this.#declarations.has(keyOf(element))) return;
    if (!ts.isIdentifier(name) || initializer || !this.isConstant(pattern)) {
      throw new Refused(`${token.getText()} is used as a value in ${placeOf(element)}: who calls it is not certain.`);
    }
    this.add(element);
  }

  private isTakenFromDependency({ parent }: ts.ObjectBindingPattern): boolean {
    const from = this.#ts.isVariableDeclaration(parent) ? parent.initializer : undefined;
    return from !== undefined && (isRequiredFromPackage(this.#ts, from) || this.isOfDependency(from));
  }

  /** Whether the token names what is declared there, rather than what is declared elsewhere. */
  private isDeclaringName(token: ts.Node): boolean {
    const ts = this.#ts;
    const { parent } = token;
    const isMember = ts.isClassElement(parent) || ts.isTypeElement(parent) || ts.isPropertyAssignment(parent);
    if ((isMember || ts.isMethodDeclaration(parent)) && (parent as ts.NamedDeclaration).name === token) return true;
    return this.#declarations.has(keyOf(parent)) && ts.getNameOfDeclaration(parent as ts.Declaration) === token;
  }

  private standsFor(checker: ts.TypeChecker, symbol: ts.Symbol | undefined): boolean {
    if (!symbol) return false;
    if (this.isKnown(symbol)) return true;
    if ((symbol.flags & this.#ts.SymbolFlags.Alias) === 0) return false;
    return this.isKnown(checker.getAliasedSymbol(symbol));
  }

  private isKnown(symbol: ts.Symbol): boolean {
    return symbol.declarations?.some((declaration) => this.#declarations.has(keyOf(declaration))) === true;
  }

  /** A member of something whose type nobody knows may be anything. */
  private refuseUnknown(token: ts.Node, checker: ts.TypeChecker): void {
    const { parent } = token;
    const isMember = this.#ts.isPropertyAccessExpression(parent) && parent.name === token;
    if (!isMember || !(this.#isMember || this.#isExported) || this.isNeverCalled(parent)) return;
    const type = checker.getTypeAtLocation(parent.expression);
    if ((type.flags & (this.#ts.TypeFlags.Any | this.#ts.TypeFlags.Unknown)) === 0) return;
    if (this.isOfDependency(parent.expression)) return;
    throw new Refused(`${parent.getText()} in ${placeOf(parent)} could be it: its type is not known.`);
  }

  /** `thing.f = …`, `typeof thing.f`. */
  private isNeverCalled(member: ts.PropertyAccessExpression): boolean {
    const ts = this.#ts;
    const { parent } = member;
    if (ts.isTypeOfExpression(parent)) return true;
    return ts.isBinaryExpression(parent) && isAssignment(ts, parent) && parent.left === member;
  }

  /** A member that is taken by any name may be taken by this one. */
  private refuseWorkedOut(): void {
    const names = [...this.#names];
    const holders = [...this.#declarations.values()].flatMap((declaration) => holdersOf(this.#ts, declaration));
    for (const { file, checker } of this.#files) {
      // Types take long to be worked out: whoever has the object has its name, or that of its module.
      if (!holders.some((holder) => file.text.includes(holder))) continue;
      for (const object of objectsTakenFrom(this.#ts, file)) {
        const type = checker.getTypeAtLocation(object);
        const isIt = names.some((name) => this.standsFor(checker, type.getProperty(name)));
        if (!isIt) continue;
        throw new Refused(
          `Members of ${object.getText()} are taken by any name in ${placeOf(object)}: it could be one.`,
        );
      }
    }
  }

  /** What a package that is not installed exports is none of the project's. */
  private isOfDependency(object: ts.Expression): boolean {
    const ts = this.#ts;
    if (!ts.isIdentifier(object)) return false;
    const file = object.getSourceFile();
    const specifier = new Imports(ts, file).specifierOfWhole(object.text);
    if (specifier === undefined || /^[./#~]/u.test(specifier)) return false;
    const name = specifier
      .split("/")
      .slice(0, specifier.startsWith("@") ? 2 : 1)
      .join("/");
    return this.#surroundings.versionOf(file.fileName, name)?.startsWith("workspace:") === false;
  }

  readonly #isIndifferent = (callee: ts.Node, parameters: number): boolean =>
    isIndifferent(this.#surroundings.referencesOf(callee), parameters, this.#question.indifferent, (name) =>
      this.#surroundings.versionOf(callee.getSourceFile().fileName, name),
    );

  private use(token: ts.Node, checker: ts.TypeChecker): void {
    const ts = this.#ts;
    let value: ts.Node = token;
    if (ts.isPropertyAccessExpression(value.parent) && value.parent.name === token) value = value.parent;
    while (isTransparent(ts, value.parent)) value = value.parent;
    const { parent } = value;
    if (this.isImportOrExport(token)) return;
    if (ts.isCallExpression(parent) && parent.expression === value) {
      this.#calls.set(keyOf(parent), parent);
      return;
    }
    if (ts.isTypeOfExpression(parent) || this.isTested(value)) return;
    if (this.#declarations.has(keyOf(parent)) || this.#declarations.has(keyOf(value))) return;
    if (ts.isExpression(value) && this.isWelcome(value, checker)) {
      this.#isHandedOn = true;
      return;
    }
    if (this.isOtherName(value, checker)) return;
    const place = placeOf(value);
    if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
      const callee = parent.expression.getText();
      throw new Refused(
        `${token.getText()} is handed to ${callee} in ${place}, which does not wait for what it returns.`,
      );
    }
    throw new Refused(`${token.getText()} is used as a value in ${place}: who calls it is not certain.`);
  }

  private isWelcome(value: ts.Expression, checker: ts.TypeChecker): boolean {
    if (isRegisteredBy(this.#ts, value, this.#question.registrations)) return true;
    return isPromiseWelcome(this.#ts, checker, value, this.#isIndifferent);
  }

  private isImportOrExport(token: ts.Node): boolean {
    const ts = this.#ts;
    const { parent } = token;
    if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) {
      this.#names.add(parent.name.text);
      if (ts.isExportSpecifier(parent)) {
        this.#isExported = true;
        if (parent.name.text === "default") this.#isDefault = true;
      }
      return true;
    }
    if (ts.isExportAssignment(parent)) {
      if (parent.isExportEquals === true) throw new Refused(`The module in ${placeOf(parent)} is the function itself.`);
      this.#isDefault = true;
      return true;
    }
    return ts.isImportClause(parent);
  }

  /** `if (f)`, `f && …`, `f !== undefined`: nothing is done with the value. */
  private isTested(value: ts.Node): boolean {
    const ts = this.#ts;
    const { parent } = value;
    if (ts.isPrefixUnaryExpression(parent)) return true;
    if (ts.isIfStatement(parent)) return parent.expression === value;
    if (ts.isConditionalExpression(parent)) return parent.condition === value;
    if (ts.isExpressionStatement(parent)) return true;
    return (
      ts.isBinaryExpression(parent) &&
      ((parent.left === value && parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) ||
        parent.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
        parent.operatorToken.kind === ts.SyntaxKind.ExclamationEqualsEqualsToken)
    );
  }

  private isConstant({ parent }: ts.BindingPattern): boolean {
    const ts = this.#ts;
    return ts.isVariableDeclaration(parent) && (parent.parent.flags & ts.NodeFlags.Const) !== 0;
  }

  /** `exports.name = f`, and properties of object literals: the same function under another name. */
  private isOtherName(value: ts.Node, checker: ts.TypeChecker): boolean {
    const ts = this.#ts;
    const { parent } = value;
    const isProperty = ts.isShorthandPropertyAssignment(parent) || ts.isPropertyAssignment(parent);
    if (isProperty) {
      // An expected type may be of somebody else's making; without one, the literal says itself what it holds.
      if (checker.getContextualType(parent.parent)) return false;
      this.add(parent);
      this.#isExported = true;
      return true;
    }
    // Met at its left side first, which stands for what is on the right.
    if (!ts.isBinaryExpression(parent) || !isAssignment(ts, parent)) return false;
    const { left } = parent;
    if (!ts.isPropertyAccessExpression(left) || !/^(?:module\.)?exports$/u.test(left.expression.getText()))
      return false;
    for (const declaration of checker.getSymbolAtLocation(left.name)?.declarations ?? []) this.add(declaration);
    this.#names.add(left.name.text);
    this.#isExported = true;
    return true;
  }
}

/** `users.ts:12`. */
export function placeOf(node: ts.Node): string {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
  return `${file.fileName.slice(file.fileName.lastIndexOf("/") + 1)}:${String(line + 1)}`;
}

/** One text can be parsed for several programs. */
function keyOf(node: ts.Node): string {
  return `${node.getSourceFile().fileName}:${String(node.pos)}:${String(node.end)}:${String(node.kind)}`;
}
