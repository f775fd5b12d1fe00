/** Reads pairs of types and the JSON Schema that another generator's authors expect of them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { JsonSchema, ProjectHost, SchemaReading } from "@loopguard/engine";
import { openProject } from "@loopguard/engine/typescript";
import { nodeHost, withForwardSlashes } from "@loopguard/node-host";

export interface Pair {
  /** The folder's name, and the type's. */
  readonly name: string;
  readonly type: string;
  /** The schema that is expected, with its definitions. */
  readonly document: unknown;
  readonly expected: unknown;
  /** What was read instead, with its components. */
  readonly read: { readonly schema: JsonSchema; readonly components: SchemaReading["components"] };
  readonly problems: readonly string[];
}

interface Wanted {
  readonly name: string;
  readonly type: string;
  readonly document: Readonly<Record<string, unknown>>;
  readonly expected: unknown;
  /** The virtual file that names the type. */
  readonly file: string;
  readonly text: string;
}

/** As the pairs' authors compile them. */
const CONFIG = JSON.stringify({
  compilerOptions: { strict: true, target: "es2022", module: "esnext", moduleResolution: "bundler", types: [] },
});

/**
 * @param folder holds a folder for each pair: `main.ts`, and `schema.json` with the name of the type as its `$ref`
 */
export function readPairs(folder: string): readonly Pair[] {
  const wanted = readdirSync(folder)
    .sort()
    .filter((name) => existsSync(path.join(folder, name, "schema.json")))
    .flatMap((name) => wantedIn(path.join(folder, name), name));
  const config = withForwardSlashes(path.join(folder, "tsconfig.json"));
  const texts = new Map([[config, CONFIG], ...wanted.map(({ file, text }) => [file, text] as const)]);
  const project = openProject(withFiles(nodeHost(), texts), [withForwardSlashes(folder)]);
  return wanted.map(({ file, text, ...pair }) => {
    const span = { start: text.lastIndexOf("ask<"), end: text.length - 1 };
    const reading = project.schemas?.read([{ of: "type-argument", file, span, index: 0, direction: "output" }]);
    const [answer] = reading?.answers ?? [];
    return {
      ...pair,
      read: { schema: answer?.schema ?? {}, components: reading?.components ?? {} },
      problems: (answer?.problems ?? []).map(({ subject, reason }) => `${subject} ${reason}`),
    };
  });
}

/** The roots of one folder: the type that the schema refers to, else every definition that is exported. */
function wantedIn(folder: string, name: string): readonly Wanted[] {
  const document = JSON.parse(readFileSync(path.join(folder, "schema.json"), "utf8")) as Wanted["document"];
  const definitions = (document["definitions"] ?? {}) as Readonly<Record<string, unknown>>;
  const root = document["$ref"];
  const types =
    typeof root === "string" ? [decodeURIComponent(root.split("/").at(-1) ?? "")] : Object.keys(definitions);
  return types.flatMap((type): Wanted[] => {
    const declaring = declaringFile(folder, type);
    if (declaring === undefined) return [];
    const file = withForwardSlashes(path.join(folder, `asked-${type.replace(/\W/gu, "_")}.ts`));
    const text = `declare function ask<T>(): void;\nask<import("./${declaring}").${type}>();`;
    return [{ name, type, document, expected: definitions[type] ?? document, file, text }];
  });
}

/** @returns the file's name without its extension, `main` first */
function declaringFile(folder: string, type: string): string | undefined {
  const bases = readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -".ts".length))
    .sort((one, other) => Number(other === "main") - Number(one === "main"));
  const declaration = new RegExp(
    String.raw`export (?:declare |abstract |async |default )*(?:type|interface|class|enum|const|function) ${type.replace(/\W/gu, String.raw`\$&`)}\b|export \{[^}]*\b${type.replace(/\W/gu, String.raw`\$&`)}\b`,
    "u",
  );
  return bases.find((base) => declaration.test(readFileSync(path.join(folder, `${base}.ts`), "utf8")));
}

/** The host with files besides, beside files that are there. */
function withFiles(host: ProjectHost, texts: ReadonlyMap<string, string>): ProjectHost {
  return {
    ...host,
    readFile: (file) => texts.get(file) ?? host.readFile(file),
    fileExists: (file) => texts.has(file) || host.fileExists(file),
    fileSize: (file) => texts.get(file)?.length ?? host.fileSize(file),
    listDirectory(directory) {
      const { files, directories } = host.listDirectory(directory);
      const more = [...texts.keys()].filter((file) => path.posix.dirname(file) === directory);
      return { directories, files: [...files, ...more.map((file) => path.posix.basename(file))].sort() };
    },
  };
}
