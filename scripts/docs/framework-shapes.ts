/** A framework's shapes in words: what is registered how, and what becomes of it. */
import type { DecoratorShape, Effect, FileConvention, Framework, HeritageShape, Registration } from "@loopguard/engine";

/** A row of a page's table: how a function is registered, and what it is then called. */
export interface ShapeRow {
  readonly how: string;
  readonly label: string;
}

/** Longer lists of names are cut. */
const MAX_NAMES = 12;

/** In the path of a property: what an object keeps to run it, and what a function returns. */
const [HELD, CALLED] = ["{}", "()"];

const FATES: Readonly<Record<Exclude<Effect, "entry" | "wrapped" | "merged">, string>> = {
  continuation: "runs later, once, on behalf of whoever made the call",
  immediate: "runs before the call returns",
  offload: "runs on another thread, in another process or in a browser",
  startup: "runs while the process starts",
  ignored: "does not run while the process serves",
  memoised: "runs once, and its result is kept",
};

/** The rows for what the loop calls, and for everything else, each once. */
export function shapesOf(frameworks: readonly Framework[]): {
  readonly entries: readonly ShapeRow[];
  readonly others: readonly ShapeRow[];
} {
  const rows = frameworks.flatMap(rowsOf);
  const isEntry = ({ effect }: { effect: Effect }): boolean => effect === "entry";
  return {
    entries: merge(rows.filter(isEntry)),
    others: merge(rows.filter((row) => !isEntry(row) && row.effect !== "wrapped" && row.effect !== "merged")),
  };
}

interface Row {
  readonly effect: Effect;
  /** What comes before the names, and after them. */
  readonly around: readonly [string, string];
  readonly names: readonly string[];
  readonly label: string;
}

function rowsOf(framework: Framework): Row[] {
  const { registrations = [], decorators = [], heritage = [], files = [], signatures = [] } = framework;
  return [
    ...decorators.map(decoratorRow),
    ...registrations.map((registration) => registrationRow(framework, registration)),
    ...(framework.handlerProperties ?? []).map(({ on, properties, effect, label }): Row => ({
      effect,
      around: ["function assigned to ", ` of ${code(on)}`],
      names: properties,
      label: effect === "entry" ? readable(label) : fateOf(effect),
    })),
    ...heritage.map(heritageRow),
    ...files.map(fileRow),
    ...signatures.map(({ parameterTypes, functionTypes, isMethod, label }): Row => {
      const what = isMethod === true ? "method of an exported class" : "exported function";
      const around = functionTypes ? `${what} of type ` : `${what} that takes `;
      return {
        effect: "entry",
        around: [around, ""],
        names: functionTypes ?? parameterTypes ?? [],
        label: readable(label),
      };
    }),
    ...(framework.directives ?? []).map(({ directive, effect, label = "" }): Row => ({
      effect,
      around: ["functions and files that begin with ", ""],
      names: [`"${directive}"`],
      label: effect === "entry" ? readable(label) : fateOf(effect),
    })),
    ...(framework.exports ?? []).map(({ names, label = "" }): Row => ({
      effect: "entry",
      around: ["export ", ""],
      names,
      label: readable(label),
    })),
  ];
}

function registrationRow({ modules }: Framework, registration: Registration): Row {
  const { on, members, handlers = [], events, effect, method, path, label = "{METHOD} {0}" } = registration;
  const properties = handlers.flatMap(({ property }) => (property === undefined ? [] : [property]));
  const named = properties.filter((name) => name !== HELD && name !== CALLED);
  const given = [
    ...(events ? [`(${events.map((event) => JSON.stringify(event)).join(" | ")}, …)`] : []),
    ...(named.length > 0 ? [`{ ${named.map((name) => (name === "*" ? "…" : name)).join(", ")} }`] : []),
  ].join(" ");
  const kept = properties.includes(HELD) ? " with a schema" : "";
  const returned = properties.includes(CALLED) ? " with a function that returns it" : "";
  const names = members.map((member) =>
    member === "default" || member === "new default" ? member.replace("default", modules[0] ?? "") : member,
  );
  return {
    effect,
    names,
    around: ["", `${given === "" ? "" : ` with \`${given}\``}${on ? ` of ${code(on)}` : ""}${kept}${returned}`],
    label:
      effect === "entry"
        ? readable(
            label.replace(`{${String(method)}}`, "METHOD").replace(`{${String(path)}}`, "/path"),
            placeOf(registration),
          )
        : fateOf(effect),
  };
}

function decoratorRow({ decorators, on, members = [], option, effect, method, label }: DecoratorShape): Row {
  const suffix = on === "class" ? `: ${code(members)}` : "";
  const condition = option ? ` with \`${option.name}\` \`${option.is}\`` : "";
  return {
    effect,
    names: decorators.map((name) => `@${name}`),
    around: ["", `${condition}${suffix}`],
    label: effect !== "entry" ? fateOf(effect) : method === undefined ? readable(label ?? "") : "METHOD /path",
  };
}

function heritageRow({ types, members, effect, label = "" }: HeritageShape): Row {
  const names = types.flatMap((type) => members.map((member) => `${type}.${member}`));
  return { effect, names, around: ["", ""], label: effect === "entry" ? `${readable(label)} Class` : fateOf(effect) };
}

function fileRow({ files, exports, effect, method, label }: FileConvention): Row {
  const template = label ?? (method === undefined ? "" : `${method} {route}`);
  return {
    effect,
    names: exports,
    around: ["", ` of ${code(files)}`],
    label: effect === "entry" ? readable(template) : fateOf(effect),
  };
}

function fateOf(effect: Effect): string {
  return effect === "entry" || effect === "wrapped" || effect === "merged" ? "" : FATES[effect];
}

/** What the first argument is, in a label. */
function placeOf({ events, kind }: Registration): string {
  if (events) return "event";
  return kind === "http" || kind === "middleware" ? "/path" : "name";
}

/** What stands in a label's place is named: `{METHOD} {0}` is `METHOD /path`. */
function readable(label: string, place = "name"): string {
  return label
    .replaceAll("{METHOD}", "METHOD")
    .replaceAll("{route}", "/path")
    .replaceAll(/\{\d[\w.]*\}/gu, place)
    .replaceAll(/\{(?<name>\w+)\}/gu, "$<name>");
}

/** Rows that differ in their names alone are one. */
function merge(rows: readonly Row[]): ShapeRow[] {
  const merged = new Map<string, { readonly row: Row; readonly names: Set<string> }>();
  for (const row of rows) {
    const key = JSON.stringify([row.around, row.label]);
    const known = merged.get(key) ?? { row, names: new Set<string>() };
    for (const name of row.names) known.names.add(name);
    merged.set(key, known);
  }
  return [...merged.values()].map(({ row: { around, label }, names }) => ({
    how: `${around[0]}${code([...names])}${around[1]}`,
    label,
  }));
}

/** Names as code, the first ones of a long list. */
export function code(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMES).map((name) => `\`${name}\``);
  return names.length > MAX_NAMES
    ? `${shown.join(", ")} and ${String(names.length - MAX_NAMES)} more`
    : shown.join(", ");
}
