/** Functions that are registered by what they are: by decorators, base classes, signatures and exported names. */
import type { ExternalReference } from "../catalogue/shapes.js";
import { createConventionMatcher, type ConventionMatcher } from "../entrypoints/recognise-files.js";
import type { DirectiveShape, Registration, RoutePattern, SignatureShape } from "../entrypoints/framework.js";
import { decoratedLabel } from "../entrypoints/recognise.js";
import type { CallFact, CallId, ClassFact, FunctionFact, MentionId } from "../facts/facts.js";
import type { Reference, Step } from "../reference.js";
import type { Confidence } from "../rules/finding.js";
import { pathOf, type Registered, type SourceFile, weaker } from "./graph.js";
import { memberPathsOf } from "./named-functions.js";
import { namedRoutes } from "./route-configurations.js";
import type { Search } from "./search.js";
import { CERTAIN, type Node } from "./value-node.js";

/** The module whose names are there without an import. */
const ANYWHERE = "global";

export class DeclaredEntryPoints {
  readonly #search: Search;
  /** Which exports a framework finds by the place of their files. */
  readonly conventions: ConventionMatcher;

  constructor(search: Search) {
    this.#search = search;
    const { frameworks } = search.knowledge;
    this.conventions = createConventionMatcher(frameworks, search.index, namedRoutes(search.index, frameworks));
  }

  /** By the function's decorators, those of its class, its signature and its exported name. */
  recogniseFunction(node: Node, file: SourceFile, fact: FunctionFact): void {
    for (const decorator of fact.decorators ?? [])
      this.recogniseDecorator(node, file, decorator, "method", fact.name ?? "");
    const owner = fact.class === undefined ? undefined : file.facts.classes[fact.class];
    for (const decorator of owner?.decorators ?? [])
      this.recogniseDecorator(node, file, decorator, "class", fact.name ?? "");
    for (const { modules, functions = [] } of this.#search.knowledge.frameworks) {
      if (functions.length === 0 || !modules.includes(file.path)) continue;
      const names = memberPathsOf(file.facts, fact).map(pathOf);
      const named = functions.find((shape) => shape.functions.some((name) => names.includes(name)));
      const isDeclared = named?.effect === "startup";
      if (named) runBy(node, file, { ...named, isDeclared }, named.label ?? names[0] ?? "");
    }
    for (const { directives = [] } of this.#search.knowledge.frameworks) {
      const directed = directives.find(({ directive }) => fact.prologue?.includes(directive) === true);
      if (directed) runByDirective(node, file, directed, fact.name ?? "function");
    }
    this.recogniseSignature(node, file, fact, owner);
    if (fact.isExported !== true) return;
    // A function that is a variable's or the default export's value is exported by its place.
    if (fact.site === undefined && fact.name !== undefined) this.recogniseExport(node, file, [fact.name], "definite");
  }

  /** By its declared types, where nothing better is known of an export. */
  private recogniseSignature(node: Node, file: SourceFile, fact: FunctionFact, owner: ClassFact | undefined): void {
    const isMethod = owner !== undefined;
    if ((isMethod ? owner : fact).isExported !== true) return;
    const { name = "default" } = fact;
    if (!isMethod && this.conventions.match(file.path, name)) return;
    for (const { modules, signatures = [] } of this.#search.knowledge.frameworks) {
      const signature = signatures.find((shape) => (shape.isMethod === true) === isMethod && hasSignature(fact, shape));
      if (!signature || !this.isOf(file.path, modules)) continue;
      const label = signature.label.replace("{name}", [...(isMethod ? [owner.name ?? ""] : []), name].join("."));
      runBy(node, file, { ...signature, effect: "entry" }, label);
    }
  }

  /** Whether a framework's names mean what they say in the file, or in one of the folder (which ends with a slash). */
  private isOf(path: string, modules: readonly string[]): boolean {
    return modules.includes(ANYWHERE) || this.#search.index.importsBelow(path, modules);
  }

  /**
   * What a runtime calls by the export's name, or a framework by the place of the file.
   *
   * @param path from the export to the value: `default`, `fetch`
   */
  recogniseExport(node: Node, file: SourceFile, path: readonly Step[], confidence: Confidence): void {
    this.#search.mentions.lookUpModule(node, file, path);
    if (node.match) return;
    const { frameworks, recogniser } = this.#search.knowledge;
    const exportPath = path.join(".");
    for (const { modules, exports = [], directives = [] } of frameworks) {
      const shape = exports.find(({ names }) => names.includes(exportPath));
      if (shape && this.isOf(file.path.slice(0, file.path.lastIndexOf("/") + 1), modules))
        runBy(node, file, { ...shape, effect: "entry" }, shape.label ?? exportPath, confidence);
      const directed = directives.find(({ directive }) => file.facts.functions[0]?.prologue?.includes(directive));
      if (directed) runByDirective(node, file, directed, exportPath, confidence);
    }
    const found = this.conventions.match(file.path, exportPath);
    if (!found) return;
    const { framework, convention, label, route } = found;
    node.parameterTypes.push((index) => recogniser.parameterType({ framework, registration: convention }, index));
    runBy(node, file, convention, label, confidence, route);
  }

  recogniseDecorator(
    node: Node,
    file: SourceFile,
    decorator: { readonly mention: MentionId; readonly call?: CallId },
    on: "method" | "class",
    member: string,
  ): void {
    const mention = file.facts.mentions[decorator.mention];
    if (!mention) return;
    this.#search.inquiry.add(node, () => {
      const answer = this.#search.inquiry.answer({ ask: "mention", file: file.path, offset: mention.offset });
      if (!answer) return false;
      for (const reference of answer) {
        const external = this.#search.named.asExternal(reference);
        const made = decorator.call === undefined ? undefined : file.facts.calls[decorator.call];
        if (!external && made && on === "method")
          this.#search.arguments.decorated(node, { file, fact: made }, member, reference);
        if (!external) continue;
        for (const { framework, shape } of this.#search.knowledge.recogniser.decorator(external)) {
          if (shape.on !== on || (on === "class" && !(shape.members ?? []).includes(member))) continue;
          const call = decorator.call === undefined ? undefined : file.facts.calls[decorator.call];
          if (shape.option && !hasOption(file, call, shape.option)) continue;
          const method = node.method === undefined ? undefined : file.facts.functions[node.method];
          const routes = method ? this.#search.decorated.routesOf({ framework, shape, file, method, call }) : [];
          for (const { method: verb, path } of routes)
            runBy(node, file, shape, `${verb} ${path}`, "definite", { method: verb, path });
          if (routes.length > 0) return true;
          const label = decoratedLabel(shape, mention.name, call);
          const { emittedBy } = shape;
          const isDeclared = shape.isMadeOnce === true;
          if (!call || !emittedBy) runBy(node, file, { ...shape, isDeclared }, label);
          else {
            const isEmit = (member: Reference): boolean =>
              member.is === "external" &&
              this.#search.knowledge.recogniser.isMember(member, framework, emittedBy.on, emittedBy.members);
            const listening = { call: { file, fact: call }, members: emittedBy.members, isShared: true, isEmit };
            this.#search.eventBuses.listen(node, listening, CERTAIN, () => {
              runBy(node, file, shape, label);
            });
          }
          return true;
        }
      }
      return true;
    });
  }

  recogniseHeritage(node: Node, reference: ExternalReference): void {
    const found = this.#search.knowledge.recogniser.heritage(reference);
    if (!found || !node.home) return;
    const { shape } = found;
    const label = shape.label ?? shape.members[0] ?? "";
    runBy(node, node.home, shape, `${label} ${this.ownerOf(node)?.name ?? ""}`.trim());
  }

  /** The class of a method's node. */
  private ownerOf({ home, method }: Node): ClassFact | undefined {
    const owner = method === undefined ? undefined : home?.facts.functions[method]?.class;
    return owner === undefined ? undefined : home?.facts.classes[owner];
  }
}

/** A directive tells where a function runs, whoever mentions it. */
function runByDirective(
  node: Node,
  file: SourceFile,
  shape: DirectiveShape,
  name: string,
  confidence?: Confidence,
): void {
  const label = (shape.label ?? `"${shape.directive}" {name}`).replace("{name}", name);
  runBy(node, file, { ...shape, isDeclared: shape.effect === "offload" }, label, confidence);
}

/** Something outside the project runs the value for what it is, where it stands. */
function runBy(
  node: Node,
  file: SourceFile,
  shape: Pick<Registration, "effect" | "kind" | "isLikely"> & Pick<Registered, "isDeclared">,
  label: string,
  confidence: Confidence = "definite",
  route?: RoutePattern,
): void {
  node.registered.push({
    effect: decoratedEffect(shape.effect),
    label,
    kind: shape.kind ?? "callback",
    confidence: shape.isLikely === true ? weaker(confidence, "probable") : confidence,
    file,
    guards: [],
    ...(shape.isDeclared === true && { isDeclared: true }),
    ...(route && { route }),
  });
}

function hasSignature(
  { parameters, returnTypeNames = [], typeNames = [] }: FunctionFact,
  { parameterTypes, returnTypes, functionTypes }: SignatureShape,
): boolean {
  return (
    (!parameterTypes || parameters.some((parameter) => haveCommon(parameter.typeNames ?? [], parameterTypes))) &&
    (!returnTypes || haveCommon(returnTypeNames, returnTypes)) &&
    (!functionTypes || haveCommon(typeNames, functionTypes))
  );
}

function haveCommon(some: readonly string[], others: readonly string[]): boolean {
  return some.some((name) => others.includes(name));
}

function hasOption(
  file: SourceFile,
  call: CallFact | undefined,
  option: { readonly name: string; readonly is: string },
) {
  return call?.arguments.some((argument) => {
    const value = argument.is === "object" && argument.properties.find(({ name }) => name === option.name)?.value;
    return value && value.is === "mention" && file.facts.mentions[value.mention]?.name === option.is;
  });
}

function decoratedEffect(effect: Registration["effect"]): Registered["effect"] {
  return effect === "entry" || effect === "startup" || effect === "ignored" || effect === "offload"
    ? effect
    : "unknown";
}
