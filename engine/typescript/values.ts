/** What value an expression has, as far as it can be read: the part that goes on where types end. */
import type ts from "typescript";
import { CALLED, CONSTRUCTED, type Reference } from "../reference.js";
import { assignedTo } from "./elements.js";
import { GLOBAL } from "./external.js";
import { appended, distinct } from "./references.js";
import { MAX_VALUE_DEPTH } from "./limits.js";
import type { Resolver } from "./resolver.js";

/** How many expressions one question may look into; what is not reached by then stays unknown. */
const MAX_EVALUATIONS = 1_500;

/** A place that is given more values than this is read no further. */
const MAX_ASSIGNMENTS = 8;

/** Values of expressions that were read to the end, whatever question led to them. */
export type ValueCache = WeakMap<ts.Node, readonly Reference[]>;

export class Values {
  readonly #resolver: Resolver;
  readonly #cache: ValueCache;
  readonly #evaluating = new Set<ts.Node>();
  #depth = 0;
  #evaluations = 0;
  /** How often something was left unread: a cycle, too deep, too much. */
  #cuts = 0;

  constructor(resolver: Resolver, cache: ValueCache) {
    this.#resolver = resolver;
    this.#cache = cache;
  }

  /** Evaluates one level further on; nothing when it is too far. */
  deeper(evaluate: () => Reference[]): Reference[] {
    if (this.#depth >= MAX_VALUE_DEPTH) {
      this.#cuts++;
      return [];
    }
    this.#depth++;
    try {
      return evaluate();
    } finally {
      this.#depth--;
    }
  }

  /** What an expression can be. */
  evaluate(expression: ts.Expression): Reference[] {
    return this.remembered(expression, () => this.evaluateOnce(expression));
  }

  /** Reads every expression once; one that depends on itself, or comes too late, has no value. */
  private remembered(node: ts.Node, evaluate: () => Reference[]): Reference[] {
    const known = this.#cache.get(node);
    if (known) return [...known];
    if (this.#evaluating.has(node) || this.#evaluations >= MAX_EVALUATIONS) {
      this.#cuts++;
      return [];
    }
    this.#evaluating.add(node);
    this.#evaluations++;
    const cutsBefore = this.#cuts;
    const value = distinct(this.deeper(evaluate));
    this.#evaluating.delete(node);
    if (this.#cuts === cutsBefore) this.#cache.set(node, value);
    return value;
  }

  private evaluateOnce(node: ts.Expression): Reference[] {
    const { ts } = this.#resolver;
    if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isSatisfiesExpression(node)) {
      return this.evaluate(node.expression);
    }
    if (ts.isAwaitExpression(node)) return this.evaluate(node.expression);
    if (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) {
      const asserted = this.#resolver.types.typeNode(node.type);
      return asserted.length > 0 ? asserted : this.evaluate(node.expression);
    }
    if (ts.isIdentifier(node))
      return this.#resolver.names.identifier(node).flatMap((reference) => this.held(reference));
    if (node.kind === ts.SyntaxKind.ThisKeyword) return this.this(node);
    if (node.kind === ts.SyntaxKind.SuperKeyword)
      return this.#resolver.types.type(this.#resolver.checker.getTypeAtLocation(node));
    if (ts.isPropertyAccessExpression(node)) {
      return this.#resolver.members
        .member(node.expression, node.name, node.name.text)
        .flatMap((reference) => this.held(reference));
    }
    if (ts.isElementAccessExpression(node)) {
      const key = node.argumentExpression;
      if (ts.isStringLiteralLike(key))
        return this.#resolver.members
          .member(node.expression, key, key.text)
          .flatMap((reference) => this.held(reference));
      return this.#resolver.elements.elements(node.expression);
    }
    if (ts.isCallExpression(node)) return this.result(node);
    if (ts.isNewExpression(node)) return this.#resolver.members.append(this.evaluate(node.expression), CONSTRUCTED);
    if (ts.isConditionalExpression(node)) return [...this.evaluate(node.whenTrue), ...this.evaluate(node.whenFalse)];
    if (ts.isBinaryExpression(node)) return this.chosen(node);
    if (ts.isArrayLiteralExpression(node)) return [{ is: "external", module: GLOBAL, steps: ["Array"], byType: true }];
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      return [{ is: "external", module: GLOBAL, steps: ["String"], byType: true }];
    }
    if (ts.isRegularExpressionLiteral(node))
      return [{ is: "external", module: GLOBAL, steps: ["RegExp"], byType: true }];
    if (ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isObjectLiteralExpression(node))
      return [this.#resolver.names.declared(node)];
    return [];
  }

  private chosen(node: ts.BinaryExpression): Reference[] {
    const { SyntaxKind } = this.#resolver.ts;
    switch (node.operatorToken.kind) {
      case SyntaxKind.BarBarToken:
      case SyntaxKind.QuestionQuestionToken:
        return [...this.evaluate(node.left), ...this.evaluate(node.right)];
      case SyntaxKind.AmpersandAmpersandToken:
      case SyntaxKind.CommaToken:
      case SyntaxKind.EqualsToken:
      case SyntaxKind.QuestionQuestionEqualsToken:
      case SyntaxKind.BarBarEqualsToken:
        return this.evaluate(node.right);
      default:
        return [];
    }
  }

  private this(node: ts.Expression): Reference[] {
    const type = this.#resolver.types.type(this.#resolver.checker.getTypeAtLocation(node));
    if (type.length > 0) return type;
    let owner: ts.Node = node;
    while (!this.#resolver.ts.isClassLike(owner) && !this.#resolver.ts.isSourceFile(owner)) owner = owner.parent;
    return this.#resolver.ts.isClassLike(owner) ? [appended(this.#resolver.names.declared(owner), CONSTRUCTED)] : [];
  }

  /** What a call gives back. */
  private result(call: ts.CallExpression): Reference[] {
    const { ts } = this.#resolver;
    const callee = call.expression;
    const specifier = call.arguments[0];
    const isModuleCall =
      callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === "require");
    if (isModuleCall && specifier && ts.isStringLiteralLike(specifier))
      return this.#resolver.modules.module(specifier, call);
    if (ts.isPropertyAccessExpression(callee) && callee.name.text === "bind") return this.evaluate(callee.expression);
    const called = this.evaluate(callee);
    const path = this.#resolver.members
      .append(called, CALLED)
      .filter(
        (reference) => reference.is === "external" && (reference.module !== GLOBAL || reference.steps.length > 0),
      );
    const isOutside = path.some(
      (reference) => reference.is === "external" && reference.module !== GLOBAL && reference.byType !== true,
    );
    const instance = this.#resolver.instances.declaredInstance(call);
    const declared = instance ? this.#resolver.instances.instanceReference(instance) : [];
    const typed = declared.length > 0 ? declared : this.#resolver.types.type(this.#resolver.expressions.typeOf(call));
    if (isOutside || typed.some((reference) => !isPromise(reference))) return [...path, ...typed];
    const returned = called.flatMap((reference) =>
      reference.is === "declared" && reference.steps.length === 0 ? this.returned(reference) : [],
    );
    if (returned.length > 0) return [...typed, ...returned];
    return typed.length > 0 ? [...path, ...typed] : this.#resolver.members.append(called, CALLED);
  }

  private returned(reference: Extract<Reference, { is: "declared" }>): Reference[] {
    const declaration = this.#resolver.members.nodeAt(reference.at);
    const { ts } = this.#resolver;
    const candidate =
      declaration &&
      (ts.isVariableDeclaration(declaration) || ts.isPropertyAssignment(declaration)
        ? declaration.initializer
        : declaration);
    if (!candidate || !ts.isFunctionLike(candidate) || !("body" in candidate) || !candidate.body) return [];
    this.#resolver.options.onRead?.(candidate);
    if (!ts.isBlock(candidate.body)) return this.evaluate(candidate.body);
    const found: Reference[] = [];
    const search = (node: ts.Node): void => {
      if (ts.isFunctionLike(node)) return;
      if (ts.isReturnStatement(node) && node.expression) found.push(...this.evaluate(node.expression));
      ts.forEachChild(node, search);
    };
    ts.forEachChild(candidate.body, search);
    return found;
  }

  /** Looks into a holder: the value of a variable, a property, a parameter. Other references stay as they are. */
  held(reference: Reference): Reference[] {
    if (reference.is !== "declared" || reference.steps.length > 0) return [reference];
    const declaration = this.#resolver.members.nodeAt(reference.at);
    if (!declaration) return [reference];
    const values = this.remembered(declaration, () => this.declarationValue(declaration));
    return values.length > 0 ? values : [reference];
  }

  private declarationValue(node: ts.Node): Reference[] {
    const { ts } = this.#resolver;
    if (ts.isParameter(node)) return this.parameter(node);
    if (ts.isBindingElement(node)) {
      const typed = this.#resolver.types.type(this.#resolver.checker.getTypeAtLocation(node));
      return typed.length > 0 ? typed : this.#resolver.members.destructured(node);
    }
    if (ts.isVariableDeclaration(node)) {
      const annotated = this.annotated(node);
      if (annotated.length > 0) return annotated;
      if (node.initializer) return this.evaluate(node.initializer);
      const iterated = this.iterated(node);
      return iterated.length > 0 ? iterated : this.assigned(node);
    }
    if (ts.isPropertyDeclaration(node)) {
      const annotated = this.annotated(node);
      if (annotated.length > 0) return annotated;
      return [...(node.initializer ? this.evaluate(node.initializer) : []), ...this.assigned(node)];
    }
    if (ts.isPropertyAssignment(node)) return this.evaluate(node.initializer);
    if (ts.isShorthandPropertyAssignment(node))
      return this.#resolver.names.identifier(node.name).flatMap((reference) => this.held(reference));
    if (ts.isPropertySignature(node) || ts.isGetAccessor(node)) return this.annotated(node);
    if (ts.isBinaryExpression(node)) return this.evaluate(node.right);
    if (
      (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) &&
      ts.isBinaryExpression(node.parent)
    ) {
      return node.parent.left === node ? this.evaluate(node.parent.right) : [];
    }
    if (ts.isExportAssignment(node)) return this.evaluate(node.expression);
    return [];
  }

  /** By the declared type: resolved where it can be, else by the name under which it is imported. */
  private annotated(
    node:
      | ts.VariableDeclaration
      | ts.PropertyDeclaration
      | ts.PropertySignature
      | ts.GetAccessorDeclaration
      | ts.ParameterDeclaration,
  ): Reference[] {
    const annotation = node.type ?? this.#resolver.ts.getJSDocType(node);
    return annotation ? this.#resolver.types.typeNode(annotation) : [];
  }

  /** What a parameter can be, by its type or its default. */
  parameter(node: ts.ParameterDeclaration): Reference[] {
    const annotated = this.annotated(node);
    if (annotated.length > 0) return annotated;
    const typed = this.#resolver.ts.isIdentifier(node.name)
      ? this.#resolver.types.type(
          this.#resolver.expressions.callbackParameterType(node, 0) ?? this.#resolver.checker.getTypeAtLocation(node),
        )
      : [];
    if (typed.length > 0) return typed;
    return [this.#resolver.names.declared(node), ...(node.initializer ? this.evaluate(node.initializer) : [])];
  }

  /** What the variable of a `for … of` loop can be. */
  iterated(node: ts.VariableDeclaration): Reference[] {
    const statement = node.parent.parent;
    return this.#resolver.ts.isForOfStatement(statement) ? this.#resolver.elements.elements(statement.expression) : [];
  }

  /** Values assigned to a place that is declared without one: `let app; app = express()`, `this.app = express()`. */
  private assigned(declaration: ts.VariableDeclaration | ts.PropertyDeclaration): Reference[] {
    const isProperty = this.#resolver.ts.isPropertyDeclaration(declaration);
    const scope = isProperty ? declaration.parent : declaration.getSourceFile();
    return assignedTo(this.#resolver, declaration, scope)
      .slice(0, MAX_ASSIGNMENTS)
      .flatMap((value) => this.evaluate(value));
  }
}

/** A promise of nobody knows what, as of a function that returns something of a package that is not installed. */
function isPromise(reference: Reference): boolean {
  return reference.is === "external" && reference.module === GLOBAL && reference.steps.join(".") === "Promise";
}
