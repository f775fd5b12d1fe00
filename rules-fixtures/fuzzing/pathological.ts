/** Sources that nobody writes and some generate: nested, wide, circular, and hard on type checkers. */
import { pick, type Random } from "../random-edits.js";
import type { Texts } from "./session.js";

/** @returns the texts of the files, of a kind and a size that the random numbers choose */
export function pathological(random: Random): Texts {
  const size = Math.ceil(10 ** (1 + random() * 2.5));
  return pick(KINDS, random)(size);
}

const SERVER = 'import { createServer } from "node:http";\nimport { readFileSync } from "node:fs";\n';

const KINDS: readonly ((size: number) => Texts)[] = [
  (size) => input(`${SERVER}createServer(() => ${"(".repeat(size)}readFileSync("a")${")".repeat(size)});\n`),
  (size) => input(`${SERVER}createServer(() => ${"[".repeat(size)}readFileSync("a")${"]".repeat(size)});\n`),
  (size) =>
    input(`${SERVER}createServer(() => { ${"{ if (a) ".repeat(size)}readFileSync("a");${" }".repeat(size)} });\n`),
  (size) => input(`${SERVER}createServer(${"() => ".repeat(size)}readFileSync("a"));\n`),
  (size) => input(`${SERVER}createServer(() => x${".then((a) => a)".repeat(size)}.then(() => readFileSync("a")));\n`),
  (size) => input(`${SERVER}createServer(() => ${"a ? b : ".repeat(size)}readFileSync("a"));\n`),
  (size) => input(`${SERVER}createServer(() => readFileSync(${'"a" + '.repeat(size)}"b"));\n`),
  (size) => input(`${SERVER}createServer(() => readFileSync(${"`a${".repeat(size)}0${"}`".repeat(size)}));\n`),
  (size) =>
    input(`type Wide = ${numbered(size, (n) => `"name${n}"`).join(" | ")};
export const pick = (name: Wide): { [Name in Wide]: \`\${Name}-\${Wide}\`[] }[Wide] => ({}) as never;\n`),
  (size) =>
    input(`type Deep<N extends number, T extends unknown[] = []> = T["length"] extends N ? T : Deep<N, [...T, Deep<N>]>;
export const deep: Deep<${size}> = [];\nexport interface Self extends Self {}\ntype Loop = Loop[] | { [K in keyof Loop]: Loop[K] };
export const loop = (value: Loop): Loop => loop(value);\n`),
  (size) =>
    input(numbered(size, (n) => `class C${n} extends C${(n + 1) % size} { m() { return super.m(); } }`).join("\n")),
  (size) =>
    input(numbered(size, (n) => `export const f${n} = () => f${(n + 1) % size}() ?? f${(n * 7) % size};`).join("\n")),
  (size) =>
    input(`${SERVER}${numbered(size, (n) => `function f${n}() { f${n + 1}(); f${(n * 3) % size}(); }`).join("\n")}
function f${size}() { readFileSync("a"); }\ncreateServer(f0);\n`),
  (size) =>
    input(
      `${SERVER}const app = {};\n${numbered(size, (n) => `app.use = app.use(app, (a) => app.get("/${n}", app, readFileSync));`).join("\n")}`,
    ),
  (size) =>
    input(
      `${SERVER}export const data = ${JSON.stringify(numbered(size, (n) => ({ n, text: "x".repeat(n % 50) })))};\n`,
    ),
  () => ({
    "input.ts":
      'export * from "./other.js";\nexport { b as a } from "./other.js";\nimport { c } from "./input.js";\nc();\n',
    "other.ts": 'export * from "./input.js";\nexport { a as b, a as c } from "./input.js";\nexport default a;\n',
  }),
];

function input(text: string): Texts {
  return { "input.ts": text };
}

function numbered<T>(size: number, make: (n: number) => T): T[] {
  return Array.from({ length: size }, (_, n) => make(n));
}
