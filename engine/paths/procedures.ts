/** The routes of procedures: known by the names under which routers hold them, and by where adapters serve those. */
import type { ShapeIndex } from "../catalogue/shapes.js";
import type { Framework, ProcedureAdapter } from "../entrypoints/framework.js";
import type { CallFact, FunctionId, Site, ValueFact } from "../facts/facts.js";
import type { Answer, Question } from "../reference.js";
import type { FoundRoute, FunctionRef, SourceFile } from "./graph.js";
import { joinRoute } from "./route-paths.js";
import type { Search } from "./search.js";
import { textAt, writtenValue } from "./texts.js";
import type { Node } from "./value-node.js";
import { isInside } from "./visits.js";

/** Routers of routers are nested so deep. */
const MAX_DEPTH = 12;

interface PlacedCall {
  readonly file: SourceFile;
  readonly call: CallFact;
}

type Held =
  | { readonly is: "procedure"; readonly method: string; readonly placed: PlacedCall; readonly handler?: FunctionRef }
  | { readonly is: "group"; readonly key: string };

interface ProcedureRouter {
  readonly framework: Framework;
  /** By the names that lead there, such as `users.byId`; an empty one for what is merged. */
  readonly held: readonly { readonly name: string; readonly held: Held }[];
}

/** An adapter's call, and what it serves. */
interface Served {
  readonly router: string;
  readonly base: string;
  readonly file: SourceFile;
  readonly function: FunctionId;
}

export class Procedures {
  readonly #search: Search;
  readonly #frameworks: readonly Framework[];
  readonly #shapes: ShapeIndex<Framework>;
  readonly #makers = new Map<string, PlacedCall & { readonly framework: Framework; readonly isMerge: boolean }>();
  readonly #routers = new Map<string, ProcedureRouter>();
  readonly #served: Served[] = [];

  constructor(search: Search) {
    this.#search = search;
    this.#frameworks = search.knowledge.frameworks.filter(({ procedures }) => procedures);
    this.#shapes = search.knowledge.procedures;
  }

  /** Finds the calls that make routers, what those hold, and the adapters that serve them. */
  *run(): Generator<readonly Question[], void, readonly Answer[]> {
    const { node } = this.#search.values.node("procedures", {});
    for (const framework of this.#frameworks) this.seed(framework, node);
    yield* this.#search.inquiry.run();
    for (const [key, maker] of this.#makers) this.#search.inquiry.add(node, () => this.expand(key, maker));
    for (const framework of this.#frameworks)
      for (const adapter of framework.procedures?.adapters ?? [])
        for (const placed of this.adapterCalls(framework, adapter))
          this.#search.inquiry.add(node, () => this.serve(framework, adapter, placed));
    yield* this.#search.inquiry.run();
  }

  /** A route for each procedure of each router that no other holds. */
  all(): FoundRoute[] {
    const held = new Set(
      [...this.#routers.values()].flatMap((router) =>
        router.held.flatMap((each) => (each.held.is === "group" ? [each.held.key] : [])),
      ),
    );
    const served = new Set(this.#served.map(({ router }) => router));
    return [...this.#routers.keys()].flatMap((key) => {
      if (!served.has(key)) return held.has(key) || served.size > 0 ? [] : this.routesOf(key, "", "", 0);
      const bases = new Set(this.#served.filter(({ router }) => router === key).map(({ base }) => base));
      return [...bases].flatMap((base) => this.routesOf(key, base, "", 0));
    });
  }

  /** Whether the function does nothing but serve a router, whose procedures are routes of their own. */
  serves({ file, id }: FunctionRef): boolean {
    return this.#served.some((each) => each.file === file && isInside(file, each.function, id));
  }

  private routesOf(key: string, base: string, prefix: string, depth: number): FoundRoute[] {
    const router = this.#routers.get(key);
    if (!router || depth > MAX_DEPTH) return [];
    return router.held.flatMap(({ name, held }) => {
      const full = [prefix, name].filter((part) => part !== "").join(".");
      if (held.is === "group") return this.routesOf(held.key, base, full, depth + 1);
      const { file, call } = held.placed;
      const mention = call.callee === undefined ? undefined : file.facts.mentions[call.callee];
      return [
        {
          method: held.method,
          path: joinRoute("/", base, full),
          file,
          span: { start: mention?.offset ?? call.span.start, end: call.span.end },
          framework: router.framework.name,
          ...(held.handler && { handler: held.handler }),
        },
      ];
    });
  }

  // ── Routers ─────────────────────────────────────────────────────────────────────────────────

  /** Calls of what makes routers, by whatever name a module knows it. */
  private seed(framework: Framework, node: Node): void {
    const { makers = [], mergers = [] } = framework.procedures ?? {};
    if (!this.#search.index.files.some((file) => this.#search.index.imports(file, new Set(framework.modules)))) return;
    for (const placed of this.callsNamed([...makers, ...mergers])) {
      const { file, call } = placed;
      this.#search.inquiry.add(node, (isForced) => {
        const callee = this.#search.parameters.calleeReferences(file, call, isForced, node);
        if (!callee) return false;
        for (const reference of callee) {
          if (reference.is !== "external") continue;
          for (const { shape, steps } of this.#shapes.read(reference)) {
            const [name, ...others] = steps;
            if (shape !== framework || typeof name !== "string" || others.length > 0) continue;
            if (makers.includes(name) || mergers.includes(name))
              this.#makers.set(keyOf(placed), { ...placed, framework, isMerge: mergers.includes(name) });
          }
        }
        return true;
      });
    }
  }

  private callsNamed(names: readonly string[]): PlacedCall[] {
    const all = new Set(names);
    const calls: PlacedCall[] = [];
    // Names that are added meanwhile are looked up as well: `export const createRouter = t.router`.
    for (const name of all)
      for (const { file, id } of this.#search.index.mentionsOf(name)) {
        const site = file.facts.mentions[id]?.site;
        if (site?.to === "variable" || site?.to === "rename") all.add(site.name);
        const call = site?.to === "callee" ? file.facts.calls[site.call] : undefined;
        if (call) calls.push({ file, call });
      }
    return calls;
  }

  /** @returns whether all answers are there */
  private expand(
    key: string,
    { file, call, framework, isMerge }: PlacedCall & { framework: Framework; isMerge: boolean },
  ) {
    const values = isMerge ? call.arguments : call.arguments.slice(0, 1);
    const spread = this.heldBySpreading(framework, file, (site) => site.to === "argument" && site.call === call.id, 0);
    const held = [...values.map((value) => this.heldBy(framework, file, value, "", 0)), spread];
    if (held.includes(undefined)) return false;
    this.#routers.set(key, { framework, held: held.flatMap((each) => each ?? []) });
    return true;
  }

  /** What a value holds: undefined while answers are outstanding. */
  private heldBy(
    framework: Framework,
    file: SourceFile,
    value: ValueFact,
    name: string,
    depth: number,
  ): ProcedureRouter["held"] | undefined {
    if (depth > MAX_DEPTH) return [];
    if (value.is === "call") {
      const call = file.facts.calls[value.call];
      return call ? this.heldByCall(framework, { file, call }, name) : [];
    }
    if (value.is === "object") {
      const all = value.properties.map((property) =>
        this.heldBy(framework, file, property.value, [name, property.name].filter(Boolean).join("."), depth + 1),
      );
      return all.includes(undefined) ? undefined : all.flatMap((each) => each ?? []);
    }
    const mention = value.is === "mention" ? file.facts.mentions[value.mention] : undefined;
    if (!mention) return [];
    const answer = this.#search.inquiry.answer({ ask: "mention", file: file.path, offset: mention.offset });
    if (!answer) return undefined;
    for (const reference of answer) {
      const target = reference.is === "declared" ? this.#search.index.file(reference.at.file) : undefined;
      if (!target || reference.is !== "declared") continue;
      const { offset } = reference.at;
      const call = target.facts.calls.find(({ site }) => "offset" in site && site.offset === offset);
      if (call) return this.heldByCall(framework, { file: target, call }, name);
      const list = target.facts.lists.find(({ site }) => "offset" in site && site.offset === offset);
      if (list) return this.heldBy(framework, target, list.value, name, depth + 1);
    }
    return [];
  }

  /** What is spread among what a router is made of: `{ ...userProcedures, list }`. */
  private heldBySpreading(
    framework: Framework,
    file: SourceFile,
    isInto: (site: Site) => boolean,
    depth: number,
  ): ProcedureRouter["held"] | undefined {
    if (depth > MAX_DEPTH) return [];
    const all = file.facts.mentions.flatMap(({ site, offset }): (ProcedureRouter["held"] | undefined)[] => {
      if (site.to !== "spread" || !isInto(site.of)) return [];
      const answer = this.#search.inquiry.answer({ ask: "mention", file: file.path, offset });
      if (!answer) return [undefined];
      return answer.flatMap((reference) => {
        const target = reference.is === "declared" ? this.#search.index.file(reference.at.file) : undefined;
        if (!target || reference.is !== "declared") return [];
        const isOf = (each: Site | undefined): boolean =>
          each !== undefined && "offset" in each && each.offset === reference.at.offset;
        const { calls, mentions } = target.facts;
        return [
          ...calls.flatMap((call) =>
            call.site.to === "property" && isOf(call.site.of)
              ? [this.heldByCall(framework, { file: target, call }, call.site.name)]
              : [],
          ),
          ...mentions.flatMap((mention, id) =>
            mention.site.to === "property" && isOf(mention.site.of)
              ? [this.heldBy(framework, target, { is: "mention", mention: id }, mention.site.name, depth + 1)]
              : [],
          ),
          this.heldBySpreading(framework, target, isOf, depth + 1),
        ];
      });
    });
    return all.includes(undefined) ? undefined : all.flatMap((each) => each ?? []);
  }

  private heldByCall(framework: Framework, placed: PlacedCall, name: string): ProcedureRouter["held"] | undefined {
    const key = keyOf(placed);
    if (this.#makers.has(key)) return [{ name, held: { is: "group", key } }];
    const { file, call } = placed;
    const member = call.callee === undefined ? undefined : file.facts.mentions[call.callee];
    if (member && framework.procedures?.lazy.includes(member.name) === true) return this.heldLazily(placed, name);
    const method = member?.isMember === true ? framework.procedures?.methods[member.name] : undefined;
    if (method === undefined) return [];
    const handler = this.handlerOf(placed);
    if (handler === "outstanding") return undefined;
    return [{ name, held: { is: "procedure", method, placed, ...(handler && { handler }) } }];
  }

  /** The router that a module exports: the one that is taken out of it, or else its first. */
  private heldLazily({ file, call }: PlacedCall, name: string): ProcedureRouter["held"] | undefined {
    const [value] = call.arguments;
    if (value?.is !== "function") return [];
    const inside = file.facts.mentions.filter((mention) => isInside(file, mention.function, value.function));
    const imported = inside.find((mention) => mention.module !== undefined && mention.name === "default");
    if (!imported) return [];
    const answer = this.#search.inquiry.answer({ ask: "mention", file: file.path, offset: imported.offset });
    if (!answer) return undefined;
    const wanted = new Set(inside.flatMap((mention) => (mention.isMember === true ? [mention.name] : [])));
    for (const reference of answer) {
      const target = reference.is === "declared" ? this.#search.index.file(reference.at.file) : undefined;
      const exported = (target?.facts.calls ?? []).filter(
        (made) =>
          target &&
          this.#makers.has(keyOf({ file: target, call: made })) &&
          (made.site.to === "export" || (made.site.to === "variable" && made.site.isReference !== true)),
      );
      const chosen = exported.find(({ site }) => "name" in site && wanted.has(site.name)) ?? exported[0];
      if (target && chosen) return [{ name, held: { is: "group", key: keyOf({ file: target, call: chosen }) } }];
    }
    return [];
  }

  private handlerOf({ file, call }: PlacedCall): FunctionRef | undefined | "outstanding" {
    const [value] = call.arguments;
    if (value?.is === "function") return { file, id: value.function };
    const mention = value?.is === "mention" ? file.facts.mentions[value.mention] : undefined;
    if (!mention) return undefined;
    const answer = this.#search.inquiry.answer({ ask: "mention", file: file.path, offset: mention.offset });
    if (!answer) return "outstanding";
    for (const reference of answer) {
      const target = reference.is === "declared" ? this.#search.index.functionAt(reference.at) : undefined;
      if (target?.function !== undefined) return { file: target.file, id: target.function };
    }
    return undefined;
  }

  // ── Adapters ────────────────────────────────────────────────────────────────────────────────

  /** Calls of the adapter, or calls that it is handed to. */
  private adapterCalls({ modules }: Framework, { members, isHanded }: ProcedureAdapter): PlacedCall[] {
    return members.flatMap((member) =>
      this.#search.index.mentionsOf(member).flatMap(({ file, id }) => {
        if (!this.#search.index.imports(file, new Set(modules))) return [];
        const site = file.facts.mentions[id]?.site;
        const isMeant = isHanded === true ? site?.to === "argument" && site.index === 0 : site?.to === "callee";
        const call = isMeant && site && "call" in site ? file.facts.calls[site.call] : undefined;
        return call ? [{ file, call }] : [];
      }),
    );
  }

  /** @returns whether all answers are there */
  private serve(framework: Framework, adapter: ProcedureAdapter, { file, call }: PlacedCall): boolean {
    const [index = "", ...names] = adapter.router.split(".");
    const given = call.arguments[Number(index)];
    const value = given && writtenValue({ file, value: given, visit: undefined }, names);
    if (!value) return true;
    const held = this.heldBy(framework, value.file, value.value, "", 0);
    const base = this.baseOf(adapter, { file, call });
    for (const each of held ?? [])
      if (each.held.is === "group") this.#served.push({ router: each.held.key, base, file, function: call.function });
    return held !== undefined;
  }

  /** Where the adapter serves: by its options, by the call that mounts it, or by the place of its file. */
  private baseOf({ base, mountedAt }: ProcedureAdapter, { file, call }: PlacedCall): string {
    const said = base === undefined ? undefined : textAt(file, call, base);
    if (said !== undefined) return said;
    const { site } = call;
    const mount = site.to === "argument" ? file.facts.calls[site.call] : undefined;
    const path = mount && mountedAt !== undefined ? textAt(file, mount, mountedAt) : undefined;
    if (path !== undefined) return path.replace(/\/\*+$/u, "");
    const placed = this.#search.declared.conventions.match(file.path, "default")?.route?.path;
    return placed?.replace(/\/[^/]*$/u, "") ?? "";
  }
}

function keyOf({ file, call }: PlacedCall): string {
  return `${file.path}#${String(call.id)}`;
}
