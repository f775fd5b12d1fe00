/** Member paths: what is left of one after its beginning, and references with further steps. */
import { ELEMENT, type Reference, type Step } from "../reference.js";

/**
 * What is left of a path after its beginning; undefined when it begins otherwise. Any member is found by a key. What
 * was kept under a key is not found by every name: each member of each object would lead to it.
 */
export function remaining(path: readonly Step[], beginning: readonly Step[]): readonly Step[] | undefined {
  if (beginning.length > path.length) return undefined;
  const matches = beginning.every((step, index) => step === path[index] || step === ELEMENT);
  return matches ? path.slice(beginning.length) : undefined;
}

export function withStep(reference: Reference, step: Step): Reference {
  return withSteps(reference, [step]);
}

export function withSteps(reference: Reference, steps: readonly Step[]): Reference {
  return reference.is === "unresolved" || steps.length === 0
    ? reference
    : { ...reference, steps: [...reference.steps, ...steps] };
}

export function distinct(references: readonly Reference[]): Reference[] {
  return [...new Map(references.map((reference) => [JSON.stringify(reference), reference])).values()];
}
