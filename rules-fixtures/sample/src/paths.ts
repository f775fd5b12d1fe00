import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");

/** A path below the project's root, from source and from the build alike. */
export function inProject(...names: string[]): string {
  return path.join(root, ...names);
}
