/** Edits at random places, the same ones for the same seed. */
export type Random = () => number;

/** What a person does to a text while typing. */
export const LINE_EDITORS: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => insert(text, random, "\n"),
  (text, random) => insert(text, random, "// a comment\n"),
  (text, random) => insert(text, random, "const later = 1;\n"),
  (text, random) => insert(text, random, "function typed(name: string) { return name.length; }\n"),
  (text, random) => insert(text, random, 'readFileSync("notes.txt");\n'),
  (text, random) => insert(text, random, "console.log(name);\n"),
  (text, random) => insert(text, random, "return undefined;\n"),
  (text, random) => insert(text, random, "if (name) {\n}\n"),
  (text, random) => insert(text, random, "{\n"),
  (text, random) => insert(text, random, "}\n"),
  (text, random) => typed(text, random, "x"),
  (text, random) => typed(text, random, " "),
  (text, random) => typed(text, random, "."),
  (text) => text.replaceAll("later", "sooner"),
  (text) => text.replace(/^[{}]\n/mu, ""),
  (text) => text.replaceAll("x", ""),
  (text) => text.replace("private pathOf", "pathOf"),
  (text) => text.replace("readFileSync(path", "String(path"),
  (text) => text.replace("String(path", "readFileSync(path"),
  (text, random) => {
    const lines = text.split("\n");
    lines.splice(Math.floor(random() * lines.length), 1);
    return lines.join("\n");
  },
];

/** At the start of some line. */
export function insert(text: string, random: Random, inserted: string): string {
  const lines = text.split("\n");
  const at = Math.floor(random() * lines.length);
  return [...lines.slice(0, at), inserted + (lines[at] ?? ""), ...lines.slice(at + 1)].join("\n");
}

/** Anywhere. */
function typed(text: string, random: Random, key: string): string {
  const at = Math.floor(random() * text.length);
  return text.slice(0, at) + key + text.slice(at);
}

export function pick<T>(items: readonly T[], random: Random): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("there is nothing to pick from");
  return item;
}

/** The same numbers in every run (a linear congruential generator, by Numerical Recipes). */
export function generator(seed: number): Random {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
