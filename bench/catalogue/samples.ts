/** Inputs of a given size, the same on every run and every machine. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const WORDS =
  "request response handler router server client token session account order invoice payment customer address product price total status created updated".split(
    " ",
  );

/** A generator of numbers from 0 to 1 (mulberry32), so that inputs are varied and repeatable. */
export function randomNumbers(seed = 1): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** English-looking prose. */
export function text(bytes: number): string {
  const random = randomNumbers();
  const parts: string[] = [];
  for (let length = 0; length < bytes;) {
    const word = WORDS[Math.floor(random() * WORDS.length)] ?? "";
    const end = random() < 0.1 ? ".\n" : " ";
    parts.push(word + end);
    length += word.length + end.length;
  }
  return parts.join("").slice(0, bytes);
}

/** Bytes that do not compress. */
export function noise(bytes: number): Buffer {
  const random = randomNumbers();
  return Buffer.from(Uint8Array.from({ length: bytes }, () => random() * 256));
}

export interface Order {
  readonly id: number;
  readonly customer: { readonly name: string; readonly email: string };
  readonly items: readonly { readonly sku: string; readonly price: number; readonly quantity: number }[];
  readonly note: string;
  readonly createdAt: string;
}

/** Records as an API returns them, about 320 bytes of JSON each. */
export function orders(count: number): readonly Order[] {
  const random = randomNumbers();
  return Array.from({ length: count }, (_, id) => ({
    id,
    customer: { name: `Customer ${String(id)}`, email: `customer${String(id)}@example.com` },
    items: Array.from({ length: 3 }, (__, item) => ({
      sku: `SKU-${String(item)}`,
      price: Math.floor(random() * 10_000) / 100,
      quantity: 1 + Math.floor(random() * 9),
    })),
    note: text(60),
    createdAt: new Date(1_700_000_000_000 + id * 1000).toISOString(),
  }));
}

/** The JSON of records, of about that many bytes. */
export function json(bytes: number): string {
  return JSON.stringify(orders(Math.max(1, Math.round(bytes / 320))));
}

/** Rows of four columns with a header, about 40 bytes each. */
export function csv(rows: number): string {
  const random = randomNumbers();
  const lines = Array.from(
    { length: rows },
    (_, id) => `${String(id)},customer${String(id)}@example.com,"${text(12)}",${(random() * 100).toFixed(2)}`,
  );
  return ["id,email,note,price", ...lines].join("\n");
}

/** Nested elements with attributes and text, about 90 bytes each. */
export function xml(elements: number): string {
  const items = Array.from(
    { length: elements },
    (_, id) => `<item id="${String(id)}"><name>Item ${String(id)}</name><note>${text(40)}</note></item>`,
  );
  return `<?xml version="1.0"?><items>${items.join("")}</items>`;
}

/** A page with headings, links, lists and paragraphs, about 250 bytes a section. */
export function html(sections: number): string {
  const body = Array.from(
    { length: sections },
    (_, id) =>
      `<section id="s${String(id)}"><h2>Section ${String(id)}</h2><p class="lead">${text(120)} <a href="/s/${String(id)}">more</a></p><ul><li>one</li><li>two</li></ul></section>`,
  );
  return `<!doctype html><html><head><title>Page</title></head><body>${body.join("\n")}</body></html>`;
}

/** Headings, emphasis, links, lists and code, about 200 bytes a section. */
export function markdown(sections: number): string {
  return Array.from(
    { length: sections },
    (_, id) =>
      `## Section ${String(id)}\n\n${text(90)} **strong** and [a link](https://example.com/${String(id)}).\n\n- one\n- two\n\n\`\`\`js\nconst answer = ${String(id)};\n\`\`\`\n`,
  ).join("\n");
}

/** Functions of a few lines each, about 170 bytes. */
export function code(functions: number): string {
  return Array.from(
    { length: functions },
    (_, id) =>
      `export function handler${String(id)}(request, response) {\n  const total = request.items.reduce((sum, item) => sum + item.price, ${String(id)});\n  if (total > 100) {\n    response.send({ total });\n  }\n  return total;\n}\n`,
  ).join("\n");
}

/** A file with that text, and its path. */
export function file(directory: string, name: string, content: string | Buffer): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

/** A directory with that many files of 200 bytes, and its path. */
export function tree(directory: string, name: string, files: number): string {
  const root = join(directory, name);
  mkdirSync(root, { recursive: true });
  for (let index = 0; index < files; index++) {
    const folder = join(root, `folder${String(index % 10)}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `file${String(index)}.txt`), text(200));
  }
  return root;
}
