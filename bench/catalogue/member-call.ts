/** Workloads that call one member of a package with arguments of their size: nearly all of them. */
import type { Bench, Call, Loaded, Prepare, Workload } from "./workload.js";

/** What a call is given. It is made once for each size, and not measured. */
type ArgumentsOf = (size: number, bench: Bench) => readonly unknown[] | Promise<readonly unknown[]>;

/** A call of the member; with `twin`, the same of that one. */
export function member(
  path: string,
  argumentsOf: ArgumentsOf,
  { twin, ...more }: Omit<Workload, "call" | "twin"> & { readonly twin?: string | Prepare } = {},
): Workload {
  return {
    ...more,
    call: calling(path, argumentsOf),
    ...(twin !== undefined && { twin: typeof twin === "string" ? calling(twin, argumentsOf) : twin }),
  };
}

/** Prepares a call of the member at a path from the module: `default`, `PNG.sync.read`, `new Resvg`. */
export function calling(path: string, argumentsOf: ArgumentsOf): Prepare {
  return async (module, size, bench): Promise<Call> => {
    const given = await argumentsOf(size, bench);
    if (path.startsWith("new ")) {
      const type = memberOf(module, path.slice("new ".length));
      return () => new type.member(...given);
    }
    const { owner, name } = memberOf(module, path);
    return () => (owner === undefined ? name(...given) : owner[name](...given));
  };
}

/** Members may be a module's own, or those of its default export. */
function memberOf(
  module: Loaded,
  path: string,
): { readonly owner: Loaded; readonly name: Loaded; readonly member: Loaded } {
  const names = path.split(".").filter((name) => name !== "default");
  const last = names.pop();
  if (last === undefined) {
    const itself = typeof module === "function" ? module : module.default;
    return { owner: undefined, name: itself, member: itself };
  }
  const own = names.reduce<Loaded>((at, name) => at?.[name], module);
  const owner = own?.[last] === undefined ? names.reduce<Loaded>((at, name) => at?.[name], module.default) : own;
  return { owner, name: last, member: owner?.[last] };
}

/** A package as its default export, however it was loaded. */
export function defaultOf(module: Loaded): Loaded {
  return module.default ?? module;
}
