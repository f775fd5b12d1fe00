/** Turns configurations into the rows of data that the engine knows packages and frameworks by. */
import { tierOf } from "../catalogue/cost.js";
import type { CataloguePackage, CatalogueRow, Cost, TypeOrigins } from "../catalogue/row.js";
import type { ArgumentSelector, Effect, Framework, Registration } from "../entrypoints/framework.js";
import type {
  BlockingSetting,
  Configuration,
  EntryPointSetting,
  FunctionSetting,
  NamedSetting,
} from "./configuration.js";

/** To be put before what the engine knows by itself: what a project says about itself counts first. */
export interface ConfiguredKnowledge {
  readonly packages: readonly CataloguePackage[];
  readonly frameworks: readonly Framework[];
}

export function knowledgeOf(configurations: readonly Configuration[]): ConfiguredKnowledge {
  return {
    packages: configurations.flatMap(({ blocking = [] }) => blocking.flatMap(packagesOf)),
    frameworks: configurations.flatMap(({ entryPoints = [], wrappers = [], offload = [], startup = [] }) => [
      ...entryPoints.map(entryPointFramework),
      ...wrappers.map((setting) => registrationFramework(setting, "wrapped")),
      ...offload.map((setting) => registrationFramework(setting, "offload")),
      ...startup.map((setting) => functionFramework(setting, "startup")),
    ]),
  };
}

/** The functions that a configuration names. */
export function functionsSpokenOf({
  blocking = [],
  entryPoints = [],
  wrappers = [],
  offload = [],
  startup = [],
}: Configuration): readonly NamedSetting[] {
  const named = entryPoints.flatMap((setting) => {
    const { member, decorator = member, extends: base } = setting;
    return decorator === undefined || base !== undefined ? [] : [{ ...setting, member: decorator }];
  });
  return [...blocking, ...named, ...wrappers, ...offload, ...startup];
}

// ── What blocks ─────────────────────────────────────────────────────────────────────────────

/** The cost of a call of which nothing is said: noticeable. */
const UNKNOWN_COST: Cost = { tier: 2, source: "declared" };

function packagesOf({ module, member, kind = "cpu", ms, twin, note }: BlockingSetting): CataloguePackage[] {
  const cost: Cost = ms === undefined ? UNKNOWN_COST : { tier: tierOf(ms), ms, source: "declared" };
  const row: CatalogueRow = { member, kind, cost, ...(twin && { twin }), ...(note !== undefined && { note }) };
  const types = typesOf(member);
  // `Client.search` may be a static member or one of an instance.
  return [{ module, rows: [row] }, ...(types ? [{ module, types, rows: [row] }] : [])];
}

// ── What is called, and by whom ─────────────────────────────────────────────────────────────

function entryPointFramework(setting: EntryPointSetting): Framework {
  const { module, member, decorator, extends: base, kind = "callback", label } = setting;
  const shape = { effect: "entry", kind, ...(label !== undefined && { label }) } as const;
  if (decorator !== undefined) {
    return { name: module, modules: [module], decorators: [{ ...shape, decorators: [decorator], on: "method" }] };
  }
  const named = { ...setting, member: member ?? "default" };
  if (base === undefined) return functionFramework(named, "entry", { kind, label: label ?? named.member });
  return {
    name: module,
    modules: [module],
    heritage: [{ label: named.member, ...shape, types: [base], members: [named.member] }],
  };
}

type Naming = Pick<Registration, "kind" | "label">;

/** The function itself where it is one of the project and no argument is spoken of; else what it is given. */
function functionFramework(setting: FunctionSetting, effect: "entry" | "startup", naming: Naming = {}): Framework {
  if (!isProjectFile(setting.module) || setting.argument !== undefined || setting.property !== undefined) {
    return registrationFramework(setting, effect, naming);
  }
  return {
    name: setting.module,
    modules: [setting.module],
    functions: [{ functions: [setting.member], effect, ...naming }],
  };
}

function registrationFramework(setting: FunctionSetting, effect: Effect, naming: Naming = {}): Framework {
  const { module, member } = setting;
  const handlers = handlersOf(setting);
  const registration: Registration = { members: [member], effect, ...naming, ...(handlers && { handlers }) };
  const types = typesOf(member);
  if (!types) return { name: module, modules: [module], registrations: [registration] };
  const [type = "", ...path] = member.split(".");
  return {
    name: module,
    modules: [module],
    types,
    registrations: [registration, { ...registration, on: [type], members: [path.join(".")] }],
  };
}

function handlersOf({ argument, property }: FunctionSetting): readonly ArgumentSelector[] | undefined {
  if (argument === undefined && property === undefined) return undefined;
  return [{ ...(argument !== undefined && { at: argument }), ...(property !== undefined && { property }) }];
}

/** The type of `Client.search`, whose instances are known by their class where the package has no types. */
function typesOf(member: NamedSetting["member"]): Readonly<Record<string, TypeOrigins>> | undefined {
  const type = /^(?<type>[A-Z]\w*)\./u.exec(member)?.groups?.["type"];
  return type === undefined ? undefined : { [type]: { origins: [`new ${type}`, "new default"] } };
}

/** Packages are named by specifiers, files by absolute paths. */
function isProjectFile(module: string): boolean {
  return module.startsWith("/") || /^[A-Za-z]:\//u.test(module);
}
