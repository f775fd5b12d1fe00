/** References with further steps, without certainty, without duplicates. */
import type { Reference } from "../reference.js";

export function distinct(references: readonly Reference[]): Reference[] {
  if (references.length < 2) return [...references];
  const seen = new Set<string>();
  return references.filter((reference) => {
    const key = JSON.stringify(reference);
    return !seen.has(key) && seen.add(key);
  });
}

export function appended<T extends Reference>(reference: T, step: string): T {
  return reference.is === "unresolved" ? reference : { ...reference, steps: [...reference.steps, step] };
}

export function uncertain(reference: Reference): Reference {
  return reference.is === "declared" ? { ...reference, isUncertain: true } : reference;
}
