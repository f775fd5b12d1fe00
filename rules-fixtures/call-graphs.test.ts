/** Random programs with one blocking call: fixed across functions they do the same as before, or the fix was refused. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { analyse, fixAll } from "@loopguard/engine";
import fc from "fast-check";
import ts from "typescript";

import { edited, type Files, open, typeErrors } from "./fixing.js";

/** `LOOPGUARD_RUNS=500 LOOPGUARD_SEED=7` looks further. */
const RUNS = Number(process.env["LOOPGUARD_RUNS"] ?? "6");
const SEED = Number(process.env["LOOPGUARD_SEED"] ?? "20261");

/** How a function is declared. The last of each kind are those that cannot wait. */
const KINDS = ["function", "arrow", "method", "implementation", "property", "getter"] as const;
/** What a function does with the result of a call, given the call as text. */
const USES: readonly ((call: string) => string)[] = [
  (call) => `sum += ${call};`,
  (call) => `if (${call} > 3 && sum < 100) sum += 1;`,
  (call) => `for (let turn = 0; turn < 2; turn++) sum = sum + ${call};`,
  (call) => `try { sum += ${call}; } catch { sum += 2; }`,
  (call) => `sum += [sum, ${call}].length + \`\${${call}}\`.length;`,
  (call) => `const one = { value: ${call} }; sum += one.value;`,
  (call) => `sum += ((): number => ${call})();`,
  (call) => `const later = (): number => ${call}; sum += later() % 7;`,
  (call) => `sum = ${call} ** 2 % 11 + (${call}, 1);`,
  (call) => `sum += [1, 2].map((item) => item + ${call}).length;`,
];

interface Call {
  readonly target: number;
  readonly use: number;
}

interface Fact {
  readonly kind: (typeof KINDS)[number];
  readonly file: number;
  readonly throws: boolean;
  readonly calls: readonly Call[];
}

const facts = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS.slice(0, -1), ...KINDS.slice(0, -1), ...KINDS),
    file: fc.nat(2),
    throws: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
    calls: fc.array(fc.record({ target: fc.nat(9), use: fc.nat(4 * USES.length) }), { minLength: 1, maxLength: 2 }),
  }),
  { minLength: 1, maxLength: 5 },
);

describe("fixes across functions of random programs", function () {
  this.timeout(600_000);
  const directory = mkdtempSync(path.join(tmpdir(), "loopguard-graphs-"));
  let count = 0;
  let fixes = 0;

  after(() => {
    rmSync(directory, { recursive: true, force: true });
  });

  it("do the same as before, or were refused", async () => {
    await fc.assert(
      fc.asyncProperty(facts, async (graph) => {
        const before = programOf(graph);
        const { project } = open(before);
        const { findings } = analyse(project);
        assert.equal(findings.length, 1);
        const { files, refused } = fixAll(project, findings, "transitive");
        if (refused.length > 0) return;
        fixes++;
        const after = edited(before, files);
        assert.deepEqual(typeErrors(after), [], JSON.stringify(after));
        assert.deepEqual(await outcomeOf(after), await outcomeOf(before));
        const again = open(after);
        assert.deepEqual(analyse(again.project).findings, []);
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
    assert.ok(fixes > 0, "some of the programs can be fixed");
  });

  /** What the program says when it runs: the order of its calls, and its result. */
  async function outcomeOf(files: Files): Promise<unknown> {
    const folder = path.join(directory, String(count++));
    mkdirSync(folder);
    writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
    for (const [name, text] of Object.entries(files)) {
      const { outputText } = ts.transpileModule(text, {
        compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
      });
      writeFileSync(path.join(folder, name.replace(/\.ts$/u, ".js")), outputText);
    }
    const main = (await import(pathToFileURL(path.join(folder, "main.js")).href)) as {
      readonly done: Promise<unknown>;
    };
    return main.done;
  }
});

function programOf(graph: readonly Fact[]): Files {
  const leaf = graph.length;
  const parts: string[][] = [[], [], []];
  const kindOf = (index: number): Fact["kind"] => graph[index]?.kind ?? "function";
  for (const [index, fact] of graph.entries()) parts[fact.file]?.push(declarationOf(index, fact, leaf, kindOf));
  parts[0]?.push(`export function f${leaf}(): number {
  trace.push("leaf");
  return readFileSync("/dev/null", "utf8").length + 5;
}`);
  const names = [...graph.map((fact, index) => ({ name: exportOf(index, fact.kind), file: fact.file }))];
  names.push({ name: `f${leaf}`, file: 0 });
  const files = parts.map((declarations, file) => {
    const text = `${declarations.join("\n")}\n`;
    const used = names.filter((each) => each.file !== file && new RegExp(`\\b${each.name}\\b`, "u").test(text));
    const imports = used.map((each) => `import { ${each.name} } from "./file${each.file}.js";\n`).join("");
    const shared = `${text.includes("readFileSync") ? 'import { readFileSync } from "node:fs";\n' : ""}${
      text.includes("trace.") ? 'import { trace } from "./trace.js";\n' : ""
    }`;
    return [`file${file}.ts`, `${shared}${imports}${text}export {};\n`] as const;
  });
  return {
    ...Object.fromEntries(files),
    "trace.ts": "export const trace: string[] = [];\n",
    "main.ts": `import { ${exportOf(0, kindOf(0))} } from "./file${graph[0]?.file ?? 0}.js";
import { trace } from "./trace.js";
export const done = new Promise<string>((resolve) => {
  setImmediate(() => {
    let result = "";
    try {
      result = String(${callOf(0, kindOf(0))});
    } catch (error) {
      result = String(error);
    }
    resolve([result, ...trace].join());
  });
});
`,
  };
}

function exportOf(index: number, kind: Fact["kind"]): string {
  return kind === "function" || kind === "arrow" ? `f${index}` : `object${index}`;
}

function callOf(index: number, kind: Fact["kind"]): string {
  if (kind === "getter") return `object${index}.f${index}`;
  return kind === "function" || kind === "arrow" ? `f${index}()` : `object${index}.f${index}()`;
}

function declarationOf(index: number, fact: Fact, leaf: number, kindOf: (index: number) => Fact["kind"]): string {
  const statements = fact.calls.map(({ target, use }, position) => {
    // The first call leads on, so that the entry point reaches the leaf.
    const called = position === 0 ? index + 1 : index + 1 + (target % (leaf - index));
    const text = (USES[use % USES.length] ?? String)(callOf(called, kindOf(called)));
    return `  { ${text} }\n`;
  });
  const failure = fact.throws ? `  if (sum % 2 === 0) throw new Error("f${index}");\n` : "";
  const body = `{
  trace.push("f${index}");
  let sum = ${index};
${statements.join("")}${failure}  return sum;
}`;
  switch (fact.kind) {
    case "function":
      return `export function f${index}(): number ${body}`;
    case "arrow":
      return `export const f${index} = (): number => ${body};`;
    case "method":
      return `class Class${index} { f${index}(): number ${body} }\nexport const object${index} = new Class${index}();`;
    case "implementation":
      return `interface Interface${index} { f${index}(): number }
class Class${index} implements Interface${index} { f${index}(): number ${body} }
export const object${index}: Interface${index} = new Class${index}();`;
    case "property":
      return `export const object${index} = { f${index}: (): number => ${body} };`;
    case "getter":
      return `export const object${index} = { get f${index}(): number ${body} };`;
  }
}
