/** Evaluates constant expressions: what limits, defaults, enums and literal JSON Schemas are given. */
import type ts from "typescript";
import type { Json } from "../../../schema-reader.js";
import type { TypeScript } from "../../declaration.js";
import { unwrap } from "../../expressions.js";
import { type Definitions, nameOf, type Written } from "./written-value.js";

const MAX_DEPTH = 40;

export class Constants {
  readonly #ts: TypeScript;
  readonly #checker: ts.TypeChecker;
  readonly #definitions: Definitions;

  constructor(typescript: TypeScript, checker: ts.TypeChecker, definitions: Definitions) {
    this.#ts = typescript;
    this.#checker = checker;
    this.#definitions = definitions;
  }

  /**
   * @param other reads parts that are no constants, such as a validator inside a JSON Schema
   * @returns undefined where it is no constant, or one that JSON has no form of
   */
  value(written: Written, other?: (part: Written) => Json | undefined, depth = 0): Json | undefined {
    const ts = this.#ts;
    const { scope } = written;
    const node = unwrap(ts, written.node);
    if (depth > MAX_DEPTH) return undefined;
    const inner = (part: ts.Expression): Json | undefined => this.value({ node: part, scope }, other, depth + 1);
    if (ts.isStringLiteralLike(node)) return node.text;
    if (ts.isNumericLiteral(node)) return Number(node.text);
    if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
    if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
    if (node.kind === ts.SyntaxKind.NullKeyword) return null;
    if (ts.isPrefixUnaryExpression(node)) return this.signed(node, inner(node.operand));
    if (ts.isBinaryExpression(node)) {
      return this.computed(node.operatorToken.kind, inner(node.left), inner(node.right));
    }
    if (ts.isTemplateExpression(node)) return this.template(node, inner);
    // `String.raw` of a text without placeholders.
    if (ts.isTaggedTemplateExpression(node) && ts.isNoSubstitutionTemplateLiteral(node.template)) {
      return node.template.rawText ?? node.template.text;
    }
    if (ts.isArrayLiteralExpression(node)) {
      const elements = this.#definitions
        .elements({ node, scope })
        ?.map((element) => this.value(element, other, depth + 1));
      return elements?.every((element) => element !== undefined) ? elements : undefined;
    }
    if (ts.isObjectLiteralExpression(node)) return this.object({ node, scope }, other, depth);
    const read = other?.({ node, scope });
    if (read !== undefined) return read;
    const member = this.enumMember(node);
    if (member !== undefined) return member;
    const definition = this.#definitions.of({ node, scope });
    const defined = definition && this.value(definition.written, other, depth + 1);
    return defined ?? this.byType(node);
  }

  private signed(node: ts.PrefixUnaryExpression, operand: Json | undefined): Json | undefined {
    if (typeof operand === "boolean" && node.operator === this.#ts.SyntaxKind.ExclamationToken) return !operand;
    if (typeof operand !== "number") return undefined;
    return node.operator === this.#ts.SyntaxKind.MinusToken ? -operand : operand;
  }

  private computed(operator: ts.SyntaxKind, left: Json | undefined, right: Json | undefined): Json | undefined {
    const { SyntaxKind } = this.#ts;
    if (typeof left === "string" && typeof right === "string" && operator === SyntaxKind.PlusToken) return left + right;
    if (typeof left !== "number" || typeof right !== "number") return undefined;
    switch (operator) {
      case SyntaxKind.PlusToken:
        return left + right;
      case SyntaxKind.MinusToken:
        return left - right;
      case SyntaxKind.AsteriskToken:
        return left * right;
      case SyntaxKind.SlashToken:
        return left / right;
      case SyntaxKind.AsteriskAsteriskToken:
        return left ** right;
      default:
        return undefined;
    }
  }

  private template(node: ts.TemplateExpression, inner: (part: ts.Expression) => Json | undefined): string | undefined {
    const parts = node.templateSpans.map(({ expression, literal }) => {
      const value = inner(expression);
      return typeof value === "string" || typeof value === "number" ? `${String(value)}${literal.text}` : undefined;
    });
    return parts.every((part) => part !== undefined) ? node.head.text + parts.join("") : undefined;
  }

  private object(
    { node, scope }: { readonly node: ts.ObjectLiteralExpression; readonly scope: Written["scope"] },
    other: ((part: Written) => Json | undefined) | undefined,
    depth: number,
  ): Json | undefined {
    const ts = this.#ts;
    const result: Record<string, Json> = {};
    for (const property of node.properties) {
      if (ts.isSpreadAssignment(property)) {
        const spread = this.value({ node: property.expression, scope }, other, depth + 1);
        if (typeof spread !== "object" || spread === null) return undefined;
        Object.assign(result, spread);
        continue;
      }
      const name = nameOf(ts, property.name) ?? this.computedName(property.name, scope);
      if (name === undefined) return undefined;
      if (ts.isPropertyAssignment(property)) {
        const value = this.value({ node: property.initializer, scope }, other, depth + 1);
        // A part that is no constant (`undefined`, a function) is left out; the rest holds.
        if (value !== undefined) result[name] = value;
      } else if (ts.isShorthandPropertyAssignment(property)) {
        const symbol = this.#checker.getShorthandAssignmentValueSymbol(property);
        const definition = this.#definitions.ofSymbol(symbol, scope);
        const value = definition && this.value(definition.written, other, depth + 1);
        if (value !== undefined) result[name] = value;
      }
    }
    return result;
  }

  private computedName(name: ts.PropertyName, scope: Written["scope"]): string | undefined {
    if (!this.#ts.isComputedPropertyName(name)) return undefined;
    const value = this.value({ node: name.expression, scope });
    return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
  }

  private enumMember(node: ts.Expression): Json | undefined {
    const ts = this.#ts;
    if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return undefined;
    return this.#checker.getConstantValue(node);
  }

  /** The values of an enum, or of an object that serves as one. */
  enumValues(written: Written): readonly Json[] | undefined {
    const ts = this.#ts;
    const symbol = this.#checker.getSymbolAtLocation(unwrap(ts, written.node));
    const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
    const declaration = target?.declarations?.find((one) => ts.isEnumDeclaration(one));
    if (declaration) {
      const values = declaration.members.map((member) => this.#checker.getConstantValue(member));
      return values.every((value) => value !== undefined) ? values : undefined;
    }
    const value = this.value(written);
    if (Array.isArray(value)) return value as readonly Json[];
    return typeof value === "object" && value !== null ? Object.values(value) : undefined;
  }

  /** The source of a regular expression; undefined where its flags change what it matches. */
  pattern(written: Written, depth = 0): string | undefined {
    const ts = this.#ts;
    const node = unwrap(ts, written.node);
    if (ts.isRegularExpressionLiteral(node)) {
      const [, source, flags = ""] = /^\/(.*)\/([a-z]*)$/su.exec(node.text) ?? [];
      return /[ims]/u.test(flags) ? undefined : source;
    }
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.arguments?.[0]) {
      const source = this.value({ node: node.arguments[0], scope: written.scope });
      return typeof source === "string" && node.arguments.length === 1 ? source : undefined;
    }
    const definition = depth < 10 ? this.#definitions.of({ node, scope: written.scope }) : undefined;
    return definition && this.pattern(definition.written, depth + 1);
  }

  /** What the checker knows: `const` enums of packages, `as const` members. */
  private byType(node: ts.Expression): Json | undefined {
    const type = this.#checker.getTypeAtLocation(node);
    return type.isStringLiteral() || type.isNumberLiteral() ? type.value : undefined;
  }
}
