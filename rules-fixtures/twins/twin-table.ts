/** What becomes of a call of every row of the catalogue that names a twin, as one table for each module. */
import { catalogue, fixOf, isRefusal } from "@loopguard/engine";

import { edited, type Files, open } from "../fixing.js";

export interface TwinLine {
  /** `node:fs#readFileSync`. */
  readonly identity: string;
  /** The imports and the expression, on one line. */
  readonly before: string;
  /** The lines that are new, or `refused: ` with the reason. */
  readonly after: string;
}

export interface TwinTable {
  readonly lines: readonly TwinLine[];
  /** All files, as they were and as they are. */
  readonly before: Files;
  readonly after: Files;
}

/** Fixes every call by itself; all of them share one project, in which every package is a dependency. */
export function twinTable(): TwinTable {
  const examples = catalogue.flatMap((entry) =>
    entry.rows.flatMap((row) =>
      row.twin ? [{ identity: `${entry.module}#${row.member}`, code: exampleOf(entry, row) }] : [],
    ),
  );
  const files: Record<string, string> = { "package.json": manifest() };
  for (const [index, { code }] of examples.entries()) files[nameOf(index)] = fileOf(code);
  const { project, findings } = open(files);
  const after: Record<string, string> = { ...files };
  const lines = examples.map(({ identity, code }, index): TwinLine => {
    const before = code.join(" ");
    const name = nameOf(index);
    const finding = findings.find((each) => each.identity === identity && each.location.file.endsWith(`/${name}`));
    if (!finding) return { identity, before, after: "not found" };
    const fix = fixOf(project, finding, "local");
    if (isRefusal(fix)) return { identity, before, after: `refused: ${fix.reason}` };
    const text = edited(files, fix.files)[name] ?? "";
    after[name] = text;
    const known = new Set(files[name]?.split("\n"));
    const added = text.split("\n").filter((line) => !known.has(line));
    return { identity, before, after: added.map((line) => line.replace(/^ *(?:return )?/u, "")).join(" ") };
  });
  return { lines, before: files, after };
}

type Package = (typeof catalogue)[number];

function nameOf(index: number): string {
  return `row-${String(index)}.ts`;
}

function fileOf([imports, ...statements]: readonly string[]): string {
  const last = statements.at(-1) ?? "";
  const body = [...statements.slice(0, -1), `return ${last}`].map((line) => `  ${line}`);
  return [imports, "export async function example(value: any): Promise<unknown> {", ...body, "}", ""].join("\n");
}

/** An import, what has to be there first, and the call. */
function exampleOf({ module, types = {} }: Package, row: Package["rows"][number]): string[] {
  const { member, twin } = row;
  const whole = wholeName(module);
  const options = argumentsOf(row);
  const [first = "", ...path] = member.split(".");
  if (module === "global") return ["", `${member}(value);`];
  if (first in types) {
    return [...instanceOf(module, types, originOf(types, first)), `it.${path.join(".")}(${options});`];
  }
  if (member === "default") return [`import ${whole} from "${module}";`, `${whole}(${options});`];
  if (member === "default()") return [`import ${whole} from "${module}";`, `const it = ${whole}(value);`, "it(value);"];
  // A member of what a package exports as a whole.
  const isMember = first === "sync" || first.endsWith("()") || member.includes("()");
  if (isMember) return [`import ${whole} from "${module}";`, `${whole}.${member}(${options});`];
  const name = first.replace(/^new /u, "");
  const use = twin?.gives === "process" ? ".status" : "";
  return [`import { ${name} } from "${module}";`, `${member}(${options})${use};`];
}

/** Where their number counts. */
const ARGUMENTS: Readonly<Record<string, number>> = {
  decapsulate: 2,
  pipeToSync: 2,
  scryptSync: 3,
  sign: 3,
  verify: 4,
};

function argumentsOf({ member, twin, when }: Package["rows"][number]): string {
  if (when?.withoutCallbackFrom === 0) return "";
  if (twin?.text)
    return [...Array.from({ length: twin.text.optionsAt }, () => "value"), `{ encoding: "utf8" }`].join(", ");
  return when?.optionTrue
    ? `{ ${when.optionTrue.property}: true }`
    : Array.from({ length: ARGUMENTS[member] ?? 1 }, () => "value").join(", ");
}

/** Statements that bind `it` to an instance. */
function instanceOf(module: string, types: NonNullable<Package["types"]>, origin: string): string[] {
  const [first = "", ...path] = origin.split(".");
  const whole = wholeName(module);
  if (first in types && path[0] === "openSync()")
    return [`import { ${first} } from "${module}";`, `const it = ${first}.openSync(value);`];
  if (first in types) {
    const [imports = "", ...statements] = instanceOf(module, types, originOf(types, first));
    const inner = statements.map((statement) => statement.replace("const it =", "const from ="));
    return [imports, ...inner, `const it = from.${path.join(".").replace("()", "(value)")};`];
  }
  if (origin === "new default") return [`import ${whole} from "${module}";`, `const it = new ${whole}(value);`];
  if (first === "default()") return [`import ${whole} from "${module}";`, `const it = ${whole}(value);`];
  const name = /[\w$]+$/u.exec(first.replace(/\(.*$/u, ""))?.[0] ?? first;
  return [
    `import { ${name} } from "${module}";`,
    `const it = ${origin.replace("()", "(value)")}${origin.startsWith("new ") ? "(value)" : ""};`,
  ];
}

/** Where it comes from by itself, rather than from one of its own. */
function originOf(types: NonNullable<Package["types"]>, name: string): string {
  const origins = types[name]?.origins ?? [];
  const typeOf = (origin: string): string => origin.split(".", 1)[0] ?? "";
  return (
    origins.find((origin) => !(typeOf(origin) in types)) ??
    origins.find((origin) => typeOf(origin) !== name) ??
    `${name}.openSync()`
  );
}

function wholeName(module: string): string {
  return (module.split("/").at(-1) ?? module).replaceAll(/[^\w$]+(?<letter>\w?)/gu, (_, letter: string) =>
    letter.toUpperCase(),
  );
}

/** Every package in its newest version. */
function manifest(): string {
  const packages = catalogue.flatMap(({ module, rows }) => [module, ...rows.flatMap(({ twin }) => twin?.module ?? [])]);
  const names = packages
    .filter((module) => !module.startsWith("node:") && module !== "global")
    .map((module) =>
      module
        .split("/")
        .slice(0, module.startsWith("@") ? 2 : 1)
        .join("/"),
    );
  return JSON.stringify({
    private: true,
    type: "module",
    dependencies: Object.fromEntries(names.map((name) => [name, "^99.0.0"])),
  });
}
