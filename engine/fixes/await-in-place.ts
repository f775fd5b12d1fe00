/** The fix that changes no signature: a call in an asynchronous function awaits its twin. */
import type { Finding } from "../rules/finding.js";
import type { Plan, Refusal } from "./fix.js";

export function awaitInPlace({ identity, twin, location, callee, isFakeAsync = false }: Finding): Plan | Refusal {
  if (!twin) return { reason: `${callee} has no asynchronous form: it belongs on another thread.` };
  const { file, start, end } = location;
  const [module, member] = splitAt(identity, identity.indexOf("#"));
  const rewrite = {
    rewrite: "await-twin",
    call: { start, end },
    module,
    member,
    twin,
    ...(isFakeAsync && { isPromise: true }),
  } as const;
  return { title: `Await ${nameOf(twin)}`, files: [{ file, rewrites: [rewrite] }] };
}

function nameOf({ module, member }: { readonly module: string; readonly member: string }): string {
  const shown = module.replace(/^node:/u, "");
  if (member === "default") return shown;
  return module === "global" ? member : `${shown.replaceAll("/", ".")}.${member}`;
}

function splitAt(text: string, index: number): [string, string] {
  return [text.slice(0, index), text.slice(index + 1)];
}
