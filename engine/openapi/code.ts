/** The code of handlers and of what they call: read and asked about for many functions at once, and kept. */
import type { SecuritySetting } from "../configuration/configuration.js";
import type { FunctionFact, Span } from "../facts/facts.js";
import type { Chain, HandlerAnswer, HandlerReader, HandlerRequest, Written } from "../handler-reader.js";
import type { Project } from "../project.js";
import type { Answer } from "../reference.js";
import {
  argumentChains,
  calleeOffset,
  chainsOfDecorator,
  type MentionQuestion,
  rootQuestion,
  valuesGiven,
} from "./chains.js";
import { DeclaredClasses, type ReadChains } from "./declared-classes.js";
import { callKey } from "./locations.js";

export interface CodeFunction {
  readonly file: string;
  readonly span: Span;
}

export interface Call {
  readonly file: string;
  readonly call: Span;
}

/** Builders are built on builders. */
const MAX_BUILDERS = 8;
/** Handlers call functions that answer for them; those are read so deep. */
const MAX_DEPTH = 3;

export class Code {
  /** Functions that say nothing of requests or answers unless they are handed what a handler is given. */
  readonly silent = new Set<string>();
  readonly #project: Project;
  readonly #reader: HandlerReader | undefined;
  readonly #functions = new Map<string, HandlerAnswer>();
  readonly #calls = new Map<string, HandlerAnswer>();
  readonly classes: DeclaredClasses;
  /** By file and offset. */
  readonly #answers = new Map<string, Map<number, Answer>>();
  readonly #byOffset = new Map<string, ReadonlyMap<number, FunctionFact>>();

  constructor(project: Project) {
    this.#project = project;
    this.#reader = project.handlers;
    this.classes = new DeclaredClasses(this, project);
  }

  /**
   * Reads the functions and calls, and the functions of the project that they call.
   *
   * @param methods names of methods of classes that the calls are given
   * @param builders those of the calls whose first names lead on
   */
  load(
    functions: readonly CodeFunction[],
    all: readonly Call[],
    methods: ReadonlySet<string> = new Set(),
    builders: readonly Call[] = [],
  ): void {
    const calls = [...new Map(all.map((each) => [callKey(each.file, each.call), each])).values()];
    let given = this.loadCalls(calls);
    const built = builders.flatMap(({ file, call }) =>
      (this.call(file, call)?.uses ?? []).slice(0, 1).map(({ chain }) => ({ file, chains: [chain] })),
    );
    given = [...given, ...this.loadBuilders(built)];
    let level = [...this.loadFunctions(functions), ...given, ...this.classes.loadOwners(functions, calls)];
    for (let depth = 0; depth < MAX_DEPTH; depth++) {
      this.ask(level);
      const called = level.flatMap(({ file, chains }) => chains.flatMap((chain) => this.calledBy(file, chain) ?? []));
      const made = given.flatMap(({ file, chains }) =>
        chains.flatMap((chain) =>
          [chain, { root: chain.root, steps: [] }].flatMap((each) => [
            ...[this.makerOf(file, each) ?? []].flat(),
            ...this.elementsOf(file, each),
          ]),
        ),
      );
      given = this.loadCalls(made);
      const classes = this.classes.loadNamed(level);
      const companions = level.flatMap(({ file, chains }) => this.classes.methodsOf(file, chains, methods));
      level = [...this.loadFunctions([...called, ...companions]), ...given, ...classes];
    }
    this.ask(level);
  }

  /** Reads calls, and the functions among their arguments. */
  private loadCalls(calls: readonly Call[]): ReadChains[] {
    const missing = calls.filter(({ file, call }) => !this.call(file, call));
    const answers = this.read(missing.map(({ file, call }) => ({ read: "call", file, call })));
    const read = missing.flatMap(({ file, call }, index) => {
      const answer = answers[index];
      if (!answer) return [];
      this.#calls.set(callKey(file, call), answer);
      const [use] = answer.uses;
      // Only the call itself: what its functions do is read with them.
      return use ? [{ file, chains: [use.chain, ...argumentChains(use.chain)] }] : [];
    });
    const inline = missing.flatMap(({ file, call }) => functionsAmongArguments(file, this.call(file, call)));
    return [...read, ...this.loadFunctions(inline)];
  }

  function({ file, span }: CodeFunction): HandlerAnswer | undefined {
    return this.#functions.get(callKey(file, span));
  }

  call(file: string, call: Span): HandlerAnswer | undefined {
    return this.#calls.get(callKey(file, call));
  }

  /** What a name stands for. */
  reference(file: string, offset: number): Answer {
    return this.#answers.get(file)?.get(offset) ?? [];
  }

  /** The function of the project that the chain names or, where it has a call, calls first. */
  calledBy(file: string, chain: Chain): CodeFunction | undefined {
    const offset = calleeOffset(chain);
    const answer = offset === undefined ? [] : this.reference(file, offset);
    for (const reference of answer) {
      if (reference.is !== "declared" || reference.steps.length > 0) continue;
      const found = this.functionAt(reference.at.file, reference.at.offset);
      if (found) return found;
    }
    return undefined;
  }

  /** What a constant of the project holds, where a call made it: `authenticate = createMiddleware(…)`. */
  madeBy(file: string, chain: Chain): { readonly file: string; readonly value: Written } | undefined {
    const maker = this.makerOf(file, chain);
    const [use] = (maker && this.call(maker.file, maker.call)?.uses) ?? [];
    return maker && use && { file: maker.file, value: { is: "chain", chain: use.chain, span: use.span } };
  }

  /** What calls made of the elements of a list of the project: `const rules = [body("email").isEmail()]`. */
  listedIn(file: string, chain: Chain): readonly { readonly file: string; readonly value: Written }[] {
    return this.elementsOf(file, chain).flatMap((element) => {
      const [use] = this.call(element.file, element.call)?.uses ?? [];
      return use ? [{ file: element.file, value: { is: "chain", chain: use.chain, span: use.span } as const }] : [];
    });
  }

  /** What the project's configuration says of middleware and guards. */
  get securitySettings(): readonly SecuritySetting[] {
    return (this.#project.configurations ?? []).flatMap(({ security = [] }) => security);
  }

  /** The name under which the project declares what the chain names or, where it has a call, calls first. */
  declaredName(file: string, chain: Chain): { readonly file: string; readonly name: string } | undefined {
    const offset = calleeOffset(chain);
    for (const reference of offset === undefined ? [] : this.reference(file, offset)) {
      if (reference.is !== "declared" || reference.steps.length > 0) continue;
      const { at } = reference;
      const facts = this.#project.files.get(at.file)?.facts;
      const named = [...(facts?.functions ?? []), ...(facts?.classes ?? [])].find(
        ({ nameOffset, site }) => (nameOffset ?? (site && "offset" in site ? site.offset : undefined)) === at.offset,
      );
      const held = facts?.calls.find(({ site }) => "offset" in site && site.offset === at.offset)?.site;
      const name = named?.name ?? (held && "name" in held ? held.name : undefined);
      if (name !== undefined) return { file: at.file, name };
    }
    return undefined;
  }

  /** What the first name of a chain holds: what a call made, or what another name has as a member (`t.procedure`). */
  heldBy(file: string, { root }: Chain): { readonly file: string; readonly chain: Chain } | undefined {
    const named: Chain = { root, steps: [] };
    const made = this.madeBy(file, named);
    if (made?.value.is === "chain") return { file: made.file, chain: made.value.chain };
    return this.aliasOf(file, named);
  }

  /** `const publicProcedure = t.procedure` */
  private aliasOf(file: string, chain: Chain): { readonly file: string; readonly chain: Chain } | undefined {
    if (chain.root.is !== "name") return undefined;
    for (const reference of this.reference(file, chain.root.offset)) {
      if (reference.is !== "declared" || reference.steps.length > 0) continue;
      const { at } = reference;
      const facts = this.#project.files.get(at.file)?.facts;
      const held = facts?.mentions.find(({ site }) => site.to === "variable" && site.offset === at.offset);
      const member = held?.isMember === true ? facts?.mentions.indexOf(held) : undefined;
      const owner = facts?.mentions.find(({ site }) => site.to === "receiver" && site.member === member);
      if (!held || !owner || owner.isMember === true) continue;
      const { name, offset } = held;
      return {
        file: at.file,
        chain: {
          root: { is: "name", name: owner.name, offset: owner.offset },
          steps: [{ do: "member", name, offset }],
        },
      };
    }
    return undefined;
  }

  /** What builders are built on, as far as names lead: `protectedProcedure`, `publicProcedure`, `t`. */
  private loadBuilders(builders: readonly ReadChains[]): ReadChains[] {
    const all: ReadChains[] = [];
    let level = builders;
    for (let depth = 0; depth < MAX_BUILDERS && level.length > 0; depth++) {
      this.ask(level);
      const roots = level.flatMap(({ file, chains }) =>
        chains.map(({ root }) => ({ file, chain: { root, steps: [] } })),
      );
      const made = this.loadCalls(roots.flatMap(({ file, chain }) => this.makerOf(file, chain) ?? []));
      const aliases = roots.flatMap(({ file, chain }): ReadChains[] => {
        const alias = this.aliasOf(file, chain);
        return alias ? [{ file: alias.file, chains: [alias.chain] }] : [];
      });
      level = [...made, ...aliases];
      all.push(...made);
    }
    return all;
  }

  /** The call whose result the name stands for. */
  private makerOf(file: string, chain: Chain): Call | undefined {
    if (chain.root.is !== "name" || chain.steps.some((step) => step.do === "call")) return undefined;
    for (const reference of this.reference(file, calleeOffset(chain) ?? chain.root.offset)) {
      if (reference.is !== "declared" || reference.steps.length > 0) continue;
      const { at } = reference;
      const made = this.#project.files
        .get(at.file)
        ?.facts.calls.find(({ site }) => "offset" in site && site.to === "variable" && site.offset === at.offset);
      if (made) return { file: at.file, call: made.span };
    }
    return undefined;
  }

  /** The calls whose results are the elements of the list that the name stands for. */
  private elementsOf(file: string, chain: Chain): Call[] {
    if (chain.root.is !== "name" || chain.steps.some((step) => step.do === "call")) return [];
    return this.reference(file, calleeOffset(chain) ?? chain.root.offset).flatMap((reference): Call[] => {
      if (reference.is !== "declared" || reference.steps.length > 0) return [];
      const { at } = reference;
      const calls = this.#project.files.get(at.file)?.facts.calls ?? [];
      const listed = calls.filter(
        ({ site }) => site.to === "element" && "offset" in site.of && site.of.offset === at.offset,
      );
      return listed.map(({ span }) => ({ file: at.file, call: span }));
    });
  }

  private loadFunctions(functions: readonly CodeFunction[]): ReadChains[] {
    const missing = [...new Map(functions.map((each) => [callKey(each.file, each.span), each])).values()].filter(
      (each) => !this.function(each),
    );
    const answers = this.read(missing.map(({ file, span }) => ({ read: "function", file, function: span })));
    return missing.flatMap(({ file, span }, index) => {
      const answer = answers[index];
      if (!answer) return [];
      this.#functions.set(callKey(file, span), answer);
      const decorators = [
        ...answer.classDecorators,
        ...answer.decorators,
        ...answer.parameters.flatMap((parameter) => parameter.decorators),
      ];
      const given = decorators.flatMap(chainsOfDecorator);
      const returned = answer.returns.flatMap(({ value }) =>
        value.is === "chain"
          ? argumentChains(value.chain).flatMap((each) => [each, ...argumentChains(each)])
          : value.is === "array"
            ? value.elements.flatMap((each) => (each.is === "chain" ? [each.chain] : []))
            : [],
      );
      return [{ file, chains: [...answer.uses.map(({ chain }) => chain), ...given, ...returned] }];
    });
  }

  /** Asks about the code itself. */
  read(requests: readonly HandlerRequest[]): readonly HandlerAnswer[] {
    return requests.length === 0 ? [] : (this.#reader?.read(requests) ?? []);
  }

  /** Roots first: only of what the project declares it matters which member is called. */
  private ask(level: readonly ReadChains[]): void {
    this.askAt(level.flatMap(({ file, chains }) => chains.flatMap((chain) => rootQuestion(file, chain))));
    this.askAt(
      level.flatMap(({ file, chains }) =>
        chains.flatMap((chain): MentionQuestion[] => {
          const { root } = chain;
          const offset = calleeOffset(chain);
          if (offset === undefined || root.is !== "name") return [];
          const isExternal = this.reference(file, root.offset).some(({ is }) => is === "external");
          return isExternal ? [] : [{ ask: "mention", file, offset }];
        }),
      ),
    );
  }

  private askAt(questions: readonly MentionQuestion[]): void {
    const missing: MentionQuestion[] = [];
    for (const question of questions) {
      const known = this.#answers.get(question.file) ?? new Map<number, Answer>();
      if (known.has(question.offset)) continue;
      this.#answers.set(question.file, known.set(question.offset, []));
      missing.push(question);
    }
    if (missing.length === 0) return;
    const answers = this.#project.oracle.ask(missing);
    for (const [index, { file, offset }] of missing.entries())
      this.#answers.get(file)?.set(offset, answers[index] ?? []);
  }

  private functionAt(file: string, offset: number): CodeFunction | undefined {
    const fact = this.functionsOf(file).get(offset);
    return fact && { file, span: fact.span };
  }

  /** By the offset of the name that declares them. */
  private functionsOf(file: string): ReadonlyMap<number, FunctionFact> {
    const known = this.#byOffset.get(file);
    if (known) return known;
    const functions = new Map<number, FunctionFact>();
    for (const fact of this.#project.files.get(file)?.facts.functions ?? []) {
      if (fact.kind === "module") continue;
      if (fact.nameOffset !== undefined && fact.kind !== "constructor") functions.set(fact.nameOffset, fact);
      const { site } = fact;
      if (site && "offset" in site) functions.set(site.offset, fact);
    }
    this.#byOffset.set(file, functions);
    return functions;
  }
}

function functionsAmongArguments(file: string, answer: HandlerAnswer | undefined): CodeFunction[] {
  const [use] = answer?.uses ?? [];
  return (use ? valuesGiven(use.chain) : []).flatMap((each) =>
    each.is === "function" ? [{ file, span: each.function }] : [],
  );
}
