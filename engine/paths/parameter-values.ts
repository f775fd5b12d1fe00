/** What stands behind parameters: what callers pass, or what a registration is known to pass. */
import type { CallFact, ValueFact } from "../facts/facts.js";
import { type Answer, CALLED, CONSTRUCTED, type Reference } from "../reference.js";
import { closure, pathOf, type SourceFile } from "./graph.js";
import { addressKey, type ParameterRef } from "./project-index.js";
import type { Search } from "./search.js";
import { distinct, withStep, withSteps } from "./steps.js";
import type { Node } from "./value-node.js";

/** How many callers up a parameter's value is traced. */
const MAX_PARAMETER_DEPTH = 5;

export class ParameterValues {
  readonly #search: Search;
  readonly #settled = new Map<string, readonly Reference[]>();

  constructor(search: Search) {
    this.#search = search;
  }

  /**
   * What a member path that starts from a parameter stands for, by what callers pass or what a
   * registration is known to pass. Undefined while the callers are still being found.
   */
  settle(reference: Reference, depth: number, isForced: boolean, waiting: Node): readonly Reference[] | undefined {
    if (reference.is !== "declared" || reference.steps.length === 0 || depth > MAX_PARAMETER_DEPTH) return [reference];
    const parameter = this.#search.index.parameterAt(reference.at);
    if (!parameter) return [reference];
    const key = `${addressKey(reference.at)}/${pathOf(reference.steps)}`;
    const known = this.#settled.get(key);
    if (known) return known;
    const settled = this.settleParameter(reference, parameter, depth, isForced, waiting);
    // Once all callers are known nothing changes any more; a forced answer is the best there will be.
    if (settled && depth === 0) this.#settled.set(key, settled);
    return settled;
  }

  private settleParameter(
    reference: Extract<Reference, { is: "declared" }>,
    parameter: ParameterRef,
    depth: number,
    isForced: boolean,
    waiting: Node,
  ): readonly Reference[] | undefined {
    const owner = this.#search.values.functionNode(parameter.file, parameter.function);
    const flows = closure(owner);
    const isBusy = flows.some(({ node }) => node !== waiting && (node as Node).pending > 0);
    if (isBusy && !isForced) return undefined;
    const values: Reference[] = [];
    for (const { node } of flows) {
      for (const parameterType of (node as Node).parameterTypes) {
        const type = parameterType(parameter.index);
        if (type) values.push(withSteps(type, parameter.member));
      }
      for (const use of node.uses.slice(0, 12)) {
        const passed =
          use.how === "call" && use.call !== undefined
            ? this.argumentReferences(
                use.file,
                use.file.facts.calls[use.call]?.arguments[parameter.index],
                isForced,
                waiting,
              )
            : [];
        if (!passed) return undefined;
        values.push(...passed.map((value) => withSteps(value, parameter.member)));
      }
    }
    if (values.length === 0) return [reference];
    const settled: Reference[] = [];
    for (const value of values) {
      const full = withSteps(value, reference.steps);
      if (full.is === "declared" && full.at.offset === reference.at.offset && full.at.file === reference.at.file)
        continue;
      const further = this.settle(full, depth + 1, isForced, waiting);
      if (!further) return undefined;
      settled.push(...further);
    }
    return settled.length > 0 ? distinct(settled) : [reference];
  }

  private argumentReferences(
    file: SourceFile,
    argument: ValueFact | undefined,
    isForced: boolean,
    waiting: Node,
  ): readonly Reference[] | undefined {
    switch (argument?.is) {
      case "mention": {
        const mention = file.facts.mentions[argument.mention];
        if (!mention) return [];
        return this.#search.inquiry.answer({ ask: "value", file: file.path, offset: mention.offset });
      }
      case "call": {
        const call = file.facts.calls[argument.call];
        const callee = call && this.calleeReferences(file, call, isForced, waiting);
        return callee?.map((reference) => withStep(reference, call?.isNew === true ? CONSTRUCTED : CALLED));
      }
      default:
        return [];
    }
  }

  /** What a call calls; undefined while answers are outstanding. */
  calleeReferences(
    file: SourceFile,
    call: CallFact,
    isForced: boolean,
    waiting: Node,
  ): readonly Reference[] | undefined {
    if (call.calleeFunction !== undefined) {
      const fact = file.facts.functions[call.calleeFunction];
      return fact ? [{ is: "declared", at: { file: file.path, offset: -2 - fact.id }, steps: [] }] : [];
    }
    if (call.calleeCall !== undefined) {
      const inner = file.facts.calls[call.calleeCall];
      const references = inner && this.calleeReferences(file, inner, isForced, waiting);
      return references?.map((reference) => withStep(reference, inner?.isNew === true ? CONSTRUCTED : CALLED));
    }
    const mention = call.callee === undefined ? undefined : file.facts.mentions[call.callee];
    if (!mention) return [];
    const answer = this.#search.inquiry.answer({ ask: "mention", file: file.path, offset: mention.offset });
    if (!answer) return undefined;
    const isHolder = answer.every(
      (reference) => reference.is === "declared" && !this.#search.index.functionAt(reference.at),
    );
    if (!isHolder) return this.settleAll(answer, isForced, waiting);
    const value = this.#search.inquiry.answer({ ask: "value", file: file.path, offset: mention.offset });
    return value && this.settleAll([...value, ...answer], isForced, waiting);
  }

  settleAll(answer: Answer, isForced: boolean, waiting: Node): readonly Reference[] | undefined {
    const settled = answer.map((reference) => this.settle(reference, 0, isForced, waiting));
    return settled.includes(undefined) ? undefined : settled.flatMap((references) => references ?? []);
  }
}
