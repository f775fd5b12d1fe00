/** A workspace of many packages, each a small server, as large repositories are made of. */

export interface LargeWorkspace {
  readonly packages: number;
  /** Source files in each. */
  readonly filesPerPackage: number;
}

/**
 * The files by path. Each package has a handler that blocks three calls below it, and imports the shared package, which
 * is the first; no package imports all the others.
 */
export function* generateWorkspace({
  packages,
  filesPerPackage,
}: LargeWorkspace): Generator<readonly [name: string, text: string]> {
  yield ["package.json", json({ name: "large", private: true, workspaces: ["packages/*"] })];
  yield ["tsconfig.base.json", json({ compilerOptions: OPTIONS })];
  for (let id = 0; id < packages; id++) {
    const directory = `packages/package-${String(id)}`;
    yield [`${directory}/package.json`, json({ name: `@large/package-${String(id)}`, type: "module" })];
    yield [`${directory}/tsconfig.json`, json({ extends: "../../tsconfig.base.json", include: ["src"] })];
    yield [`${directory}/src/server.ts`, server(id, filesPerPackage - 1)];
    for (let part = 1; part < filesPerPackage; part++) yield [`${directory}/src/part-${String(part)}.ts`, module(part)];
  }
}

/** The file with the blocking call of a package. */
export function blockingFile(id: number): string {
  return `packages/package-${String(id)}/src/part-1.ts`;
}

const OPTIONS = {
  ...{ target: "ES2022", module: "NodeNext", moduleResolution: "NodeNext", strict: true, skipLibCheck: true },
};

function json(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

function server(id: number, last: number): string {
  const shared = id === 0 ? "./part-2.js" : "../../package-0/src/part-2.js";
  return `import { createServer } from "node:http";
import { work${String(last)} } from "./part-${String(last)}.js";
import { page } from "./part-1.js";
import { work2 } from ${JSON.stringify(shared)};

createServer((request, response) => {
  response.end(page(request.url ?? "") + String(work${String(last)}(work2(1))));
}).listen(${String(8000 + id)});
`;
}

function module(part: number): string {
  if (part === 1)
    return `import { readFileSync } from "node:fs";

function read(name: string): string {
  return readFileSync(name, "utf8");
}

export function page(name: string): string {
  return read(name);
}
`;
  const before = part > 2 ? `import { work${String(part - 1)} } from "./part-${String(part - 1)}.js";\n\n` : "";
  const inner = part > 2 ? `work${String(part - 1)}(row.value)` : "row.value";
  return `${before}export interface Row${String(part)} {
  readonly name: string;
  readonly value: number;
  readonly tags: readonly string[];
}

export function work${String(part)}(value: number): number {
  const rows: Row${String(part)}[] = Array.from({ length: 10 }, (_, n) => ({ name: String(n), value: n, tags: [] }));
  return rows.filter((row) => row.tags.length === 0).reduce((sum, row) => sum + row.value, value);
}

export function describe${String(part)}(row: Row${String(part)}): string {
  return [row.name, String(${inner}), ...row.tags].join(", ");
}
`;
}
