/** How many rows of each kind the built catalogue has. */
import type { CataloguePackage } from "@loopguard/engine";
import { root } from "../checks/root.js";

/** The catalogue as it was last built. */
export async function readCatalogue(): Promise<readonly CataloguePackage[]> {
  const built = (await import(new URL("engine/dist/catalogue/index.js", root).href)) as {
    readonly catalogue: readonly CataloguePackage[];
  };
  return built.catalogue;
}

/** Rows per kind, the most frequent kind first. */
export function countByKind(catalogue: readonly CataloguePackage[]): [kind: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { kind } of catalogue.flatMap(({ rows }) => rows)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
