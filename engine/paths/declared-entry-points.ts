/** Functions that are registered by what they are: by decorators, base classes, signatures and exported names. */
import type { ExternalReference } from "../catalogue/shapes.js";
import type { Registration } from "../entrypoints/framework.js";
import { decoratedLabel } from "../entrypoints/recognise.js";
import type { CallFact, CallId, ClassFact, FunctionFact, MentionId } from "../facts/facts.js";
import type { Registered, SourceFile } from "./graph.js";
import type { Search } from "./search.js";
import type { Node } from "./value-node.js";

export class DeclaredEntryPoints {
  readonly #search: Search;

  constructor(search: Search) {
    this.#search = search;
  }

  /** By the function's decorators, those of its class, its signature and its exported name. */
  recogniseFunction(node: Node, file: SourceFile, fact: FunctionFact): void {
    for (const decorator of fact.decorators ?? [])
      this.recogniseDecorator(node, file, decorator, "method", fact.name ?? "");
    const owner = fact.class === undefined ? undefined : file.facts.classes[fact.class];
    for (const decorator of owner?.decorators ?? [])
      this.recogniseDecorator(node, file, decorator, "class", fact.name ?? "");
    if (fact.isExported !== true) return;
    for (const framework of this.#search.knowledge.frameworks) {
      const signature = framework.signatures?.find(
        ({ parameterTypes, returnTypes }) =>
          fact.parameters.some(({ typeNames = [] }) => typeNames.some((name) => parameterTypes.includes(name))) &&
          fact.returnTypeNames?.some((name) => returnTypes.includes(name)),
      );
      if (signature)
        node.registered.push({
          effect: "entry",
          label: `${signature.label ?? "handler"} ${fact.name ?? ""}`.trim(),
          kind: signature.kind,
          confidence: "probable",
          file,
          guards: [],
        });
      const shape = framework.exports?.find(({ names }) => fact.name !== undefined && names.includes(fact.name));
      if (shape)
        node.registered.push({
          effect: "entry",
          label: shape.label ?? fact.name ?? "",
          kind: shape.kind,
          confidence: shape.isLikely === true ? "probable" : "definite",
          file,
          guards: [],
        });
    }
  }

  /** Exports that are called by their name. */
  recogniseExport(node: Node, file: SourceFile, exportPath: string): void {
    for (const framework of this.#search.knowledge.frameworks) {
      const shape = framework.exports?.find(({ names }) => names.includes(exportPath));
      if (!shape) continue;
      node.registered.push({
        effect: "entry",
        label: shape.label ?? exportPath,
        kind: shape.kind,
        confidence: shape.isLikely === true ? "probable" : "definite",
        file,
        guards: [],
      });
    }
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
        if (reference.is !== "external") continue;
        for (const { shape } of this.#search.knowledge.recogniser.decorator(reference)) {
          if (shape.on !== on || (on === "class" && !(shape.members ?? []).includes(member))) continue;
          const call = decorator.call === undefined ? undefined : file.facts.calls[decorator.call];
          node.registered.push({
            effect: decoratedEffect(shape.effect),
            label: decoratedLabel(shape, mention.name, call, this.#classDecorator(node, file, shape.prefixFrom ?? [])),
            kind: shape.kind ?? "callback",
            confidence: "definite",
            file,
            guards: [],
          });
          return true;
        }
      }
      return true;
    });
  }

  /** The class's decorator of one of these names, as a call. */
  #classDecorator(node: Node, file: SourceFile, names: readonly string[]): CallFact | undefined {
    const owner = this.#ownerOf(node);
    const decorator = owner?.decorators?.find(({ name }) => names.includes(name));
    return decorator?.call === undefined ? undefined : file.facts.calls[decorator.call];
  }

  recogniseHeritage(node: Node, reference: ExternalReference): void {
    const found = this.#search.knowledge.recogniser.heritage(reference);
    if (!found || !node.home) return;
    const { shape } = found;
    const label = shape.label ?? shape.members[0] ?? "";
    node.registered.push({
      effect: decoratedEffect(shape.effect),
      label: `${label} ${this.#ownerOf(node)?.name ?? ""}`.trim(),
      kind: shape.kind ?? "callback",
      confidence: "definite",
      file: node.home,
      guards: [],
    });
  }

  /** The class of a method's node. */
  #ownerOf({ home, method }: Node): ClassFact | undefined {
    const owner = method === undefined ? undefined : home?.facts.functions[method]?.class;
    return owner === undefined ? undefined : home?.facts.classes[owner];
  }
}

function decoratedEffect(effect: Registration["effect"]): Registered["effect"] {
  return effect === "entry" || effect === "startup" || effect === "ignored" || effect === "offload"
    ? effect
    : "unknown";
}
