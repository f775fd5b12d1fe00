/** Random programs of functions that call each other, over three files, down to one blocking call. */
import fc from "fast-check";

import type { Files } from "../fixing.js";

/** How a function is declared; a generator, a getter and a default value cannot wait. */
const KINDS = [
  "function",
  "arrow",
  "method",
  "implementation",
  "override",
  "static",
  "property",
  "destructured",
  "re-exported",
] as const;
const WITHOUT_WAITING = ["getter", "generator", "default value"] as const;

type Kind = (typeof KINDS)[number] | (typeof WITHOUT_WAITING)[number];

/** What a function does with the result of a call, given the call as text. */
const USES: readonly ((call: string) => string)[] = [
  (call) => `sum += ${call};`,
  (call) => `if (${call} > 3 && sum < 100) sum += 1;`,
  (call) => `if (sum >= 0 && ${call}) sum += 2;`,
  (call) => `if (!${call}) sum += 50; else sum += 1;`,
  (call) => `sum += sum > 2 ? ${call} : 1;`,
  (call) => `const known = sum > 3 ? sum : undefined; sum += known ?? ${call};`,
  (call) => `const empty: number | undefined = sum > 999 ? 1 : undefined; sum += empty || -${call};`,
  (call) => `for (let turn = 0; turn < 2; turn++) sum = sum + ${call};`,
  (call) => `for (const item of [1, 20, 3]) { if (item > ${call}) break; sum += item; }`,
  (call) => `let turns = 0; while (turns++ < 3 && ${call} > turns) sum += turns;`,
  (call) => `let turns = 0; do { if (turns === 1) continue; sum += 1; } while (++turns < ${call} % 4);`,
  (call) => `for (const key in { a: 1, b: ${call} }) sum += key.length;`,
  (call) => `switch (${call} % 3) { case 0: sum += 1; break; case sum % 2: sum += 7; default: sum += 2; }`,
  (call) => `try { sum += ${call}; } catch { sum += 2; }`,
  (call) => `try { sum += ${call}; } catch (error) { sum += String(error).length; } finally { trace.push("finally"); }`,
  (call) => `try { if (sum % 2 === 0) throw new Error("odd"); } catch { sum += ${call}; } finally { sum += ${call}; }`,
  (call) => `if (${call} > 90) return sum;`,
  (call) => `sum += [sum, ${call}].length + \`\${${call}}\`.length;`,
  (call) => `const one = { value: ${call}, ...{ other: sum } }; sum += one.value;`,
  (call) => `const { value = ${call} } = sum > 4 ? { value: sum } : ({} as { value?: number }); sum += value;`,
  (call) => `const [first = ${call}] = [] as number[]; sum += first;`,
  (call) => `sum += ((): number => ${call})();`,
  (call) => `const later = (): number => ${call}; sum += later() % 7;`,
  (call) => `sum = ${call} ** 2 % 11 + (${call}, 1);`,
  (call) => `sum += typeof ${call} === "number" ? 1 : 0; void ${call};`,
  (call) => `sum += new Map([[1, ${call}]]).get(1)!;`,
  (call) => `sum += Math.max(${call}, sum, ${call} - 1);`,
  (call) => `const list = [4, ${call}]; list[list.length - 1]! += ${call}; sum += list.at(-1) as number;`,
];

/** Where nobody waits, or not in the same order. */
const WITHOUT_WAITING_USES: typeof USES = [
  (call) => `sum += [1, 2].map((item) => item + ${call}).length;`,
  (call) => `sum += [1, 9].filter((item) => item < ${call}).length;`,
  (call) => `sum += [3, 1, 2].sort((a, b) => (a - b) * ${call})[0]!;`,
  (call) => `sum += [1, 2].reduce((total, item) => total + item * ${call}, 0);`,
  (call) => `if ([1, 2].some((item) => item > ${call}) || [1].every(() => ${call} > 2)) sum += 3;`,
  (call) => `[1, 2].forEach((item) => { sum += item * ${call}; });`,
  (call) => `const give = (value = ${call}): number => value; sum += give();`,
  (call) =>
    `const items = function* (): Generator<number> { yield ${call}; }; for (const item of items()) sum += item;`,
  (call) => `class Local { readonly value = ${call}; } sum += new Local().value;`,
  (call) => `const lazy = { get value(): number { return ${call}; } }; sum += lazy.value;`,
];

interface Call {
  readonly target: number;
  readonly use: (call: string) => string;
}

/** A function of a program. */
export interface Fact {
  readonly kind: Kind;
  readonly file: number;
  readonly throws: boolean;
  readonly calls: readonly Call[];
}

/** Most can be fixed: each way of not waiting is there once in some programs. */
const rarely = <Value>(often: readonly Value[], seldom: readonly Value[]): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 19, arbitrary: fc.constantFrom(...often) }, { weight: 1, arbitrary: fc.constantFrom(...seldom) });

/** The functions of a program: each calls the next one, so that the first one reaches the blocking call. */
export const programs: fc.Arbitrary<readonly Fact[]> = fc.array(
  fc.record({
    kind: rarely<Kind>(KINDS, WITHOUT_WAITING),
    file: fc.nat(2),
    throws: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
    calls: fc.array(fc.record({ target: fc.nat(9), use: rarely(USES, WITHOUT_WAITING_USES) }), {
      minLength: 1,
      maxLength: 2,
    }),
  }),
  { minLength: 1, maxLength: 5 },
);

/** Its files; `main.ts` exports `done`, a promise of the order of its calls and of its result. */
export function filesOf(program: readonly Fact[]): Files {
  const leaf = program.length;
  const parts: string[][] = [[], [], []];
  const kindOf = (index: number): Kind => program[index]?.kind ?? "function";
  for (const [index, fact] of program.entries()) parts[fact.file]?.push(declarationOf(index, fact, leaf, kindOf));
  parts[0]?.push(`export function f${leaf}(): number {
  trace.push("leaf");
  return readFileSync("/dev/null", "utf8").length + 5;
}`);
  const names = program.map((fact, index) => ({ name: exportOf(index, fact.kind), ...fact }));
  const first = { name: exportOf(0, kindOf(0)), file: program[0]?.file ?? 0, kind: kindOf(0) };
  const files = parts.map((declarations, file) => {
    const text = `${declarations.join("\n")}\n`;
    const used = [...names, { name: `f${leaf}`, file: 0, kind: "function" as const }].filter(
      (each) => each.file !== file && new RegExp(`\\b${each.name}\\b`, "u").test(text),
    );
    const shared = `${text.includes("readFileSync") ? 'import { readFileSync } from "node:fs";\n' : ""}${
      text.includes("trace.") ? 'import { trace } from "./trace.js";\n' : ""
    }`;
    return [`file${file}.ts`, `${shared}${used.map(importOf).join("")}${text}export {};\n`] as const;
  });
  const passedOn = names.filter(({ kind }) => kind === "re-exported");
  return {
    ...Object.fromEntries(files),
    "all.ts": passedOn.map(({ name, file }) => `export { ${name} as ${name}Too } from "./file${file}.js";\n`).join(""),
    "trace.ts": "export const trace: string[] = [];\n",
    "main.ts": `${importOf(first)}import { trace } from "./trace.js";
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

/** Through the file that passes it on under another name, or from its own. */
function importOf({ name, file, kind }: { readonly name: string; readonly file: number; readonly kind: Kind }): string {
  return kind === "re-exported"
    ? `import { ${name}Too as ${name} } from "./all.js";\n`
    : `import { ${name} } from "./file${file}.js";\n`;
}

const PLAIN: readonly Kind[] = ["function", "arrow", "re-exported", "generator", "default value", "destructured"];

function exportOf(index: number, kind: Kind): string {
  if (kind === "static") return `Class${index}`;
  return PLAIN.includes(kind) ? `f${index}` : `object${index}`;
}

function callOf(index: number, kind: Kind): string {
  if (kind === "getter") return `object${index}.f${index}`;
  if (kind === "generator") return `[...f${index}()].length`;
  return exportOf(index, kind) === `f${index}` ? `f${index}()` : `${exportOf(index, kind)}.f${index}()`;
}

function declarationOf(index: number, fact: Fact, leaf: number, kindOf: (index: number) => Kind): string {
  const called = fact.calls.map(({ target }, position) =>
    position === 0 ? index + 1 : index + 1 + (target % (leaf - index)),
  );
  const statements = fact.calls.map(
    ({ use }, position) => `  { ${use(callOf(called[position] ?? leaf, kindOf(called[position] ?? leaf)))} }\n`,
  );
  const failure = fact.throws ? `  if (sum % 2 === 0) throw new Error("f${index}");\n` : "";
  const bodyGiving = (keyword: string): string => `{
  trace.push("f${index}");
  let sum = ${index};
${statements.join("")}${failure}  ${keyword} sum;
}`;
  const body = bodyGiving("return");
  switch (fact.kind) {
    case "function":
    case "re-exported":
      return `export function f${index}(): number ${body}`;
    case "arrow":
      return `export const f${index} = (): number => ${body};`;
    case "generator":
      return `export function* f${index}(): Generator<number, number> ${body.replaceAll(/return sum;/gu, "yield sum; return sum;")}`;
    case "default value":
      return `const own${index} = (): number => ${body};\nexport function f${index}(sum = own${index}()): number { return sum; }`;
    case "method":
      return `class Class${index} { f${index}(): number ${body} }\nexport const object${index} = new Class${index}();`;
    case "static":
      return `export class Class${index} { static f${index}(): number ${body} }`;
    case "implementation":
      return `interface Interface${index} { f${index}(): number }
class Class${index} implements Interface${index} { f${index}(): number ${body} }
export const object${index}: Interface${index} = new Class${index}();`;
    case "override":
      return `abstract class Base${index} { abstract f${index}(): number; get twice(): number { return 2; } }
class Class${index} extends Base${index} { override f${index}(): number ${body} }
class Other${index} extends Base${index} { f${index}(): number { return this.twice; } }
export const object${index}: Base${index} = trace.length < 1000 ? new Class${index}() : new Other${index}();`;
    case "property":
      return `export const object${index} = { f${index}: (): number => ${body} };`;
    case "destructured":
      return `const members${index} = { f${index}(): number ${body} };\nexport const { f${index} } = members${index};`;
    case "getter":
      return `export const object${index} = { get f${index}(): number ${body} };`;
  }
}
