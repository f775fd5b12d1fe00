/**
 * A server of any size as source files: features of routes, controllers, services and repositories over shared code.
 *
 * How dense the code is decides what it costs to read, so that it is taken from real servers. Per line, Unleash has
 * 0.07 functions, 0.66 names that are followed and 0.17 calls, outline 0.06, 0.75 and 0.19 (the sizes of their facts,
 * tests left out); lines have 27 to 31 characters. A test holds the generated ones to that.
 */

export interface ServerSize {
  /** Source files, roughly: whole features are made. */
  readonly files: number;
  /** Files per blocking call that requests wait for; about one in fifty is what public servers have. */
  readonly filesPerBlockingCall: number;
  /** Functions in each of a feature's parts that only compute and call each other. */
  readonly functionsPerPart: number;
}

export const USUAL_SIZE = { filesPerBlockingCall: 50, functionsPerPart: 6 };

/** What a feature computes with, a file each, beside its routes, controller, validation, service, repository and types. */
const PARTS = ["format", "limits", "mapping", "pricing"];
const FILES_PER_FEATURE = 6 + PARTS.length;
const FEATURES_PER_REGISTRY = 25;
/** One shared module for as many features; every feature uses some of them. */
const FEATURES_PER_SHARED = 8;

/**
 * The server's files by path. The same size gives the same server; services use those made before them, the early ones
 * more often, as shared services are in real projects.
 */
export function generateServer(size: ServerSize): ReadonlyMap<string, string> {
  const features = Math.max(2, Math.round(size.files / (FILES_PER_FEATURE + 1 / FEATURES_PER_SHARED)));
  const files = new Map<string, string>([
    ["tsconfig.json", TSCONFIG],
    ["package.json", `${JSON.stringify({ name: "generated-server", type: "module", private: true })}\n`],
    ["src/errors.ts", ERRORS],
    ["src/database.ts", DATABASE],
    ["src/server.ts", server(features)],
  ]);
  const random = generator(features);
  const sharedModules = Math.max(1, Math.ceil(features / FEATURES_PER_SHARED));
  for (let id = 0; id < sharedModules; id++) files.set(`src/texts/text-${String(id)}.ts`, shared(id));
  for (let start = 0; start < features; start += FEATURES_PER_REGISTRY) {
    files.set(`src/registries/registry-${String(start / FEATURES_PER_REGISTRY)}.ts`, registry(start, features));
  }
  const blocking = Math.max(1, Math.round((features * FILES_PER_FEATURE) / size.filesPerBlockingCall));
  for (let id = 0; id < features; id++) {
    const isBlocking = Math.floor((id * blocking) / features) !== Math.floor(((id + 1) * blocking) / features);
    for (const [name, text] of Object.entries(feature(id, sharedModules, isBlocking, size.functionsPerPart, random)))
      files.set(`src/features/feature-${String(id)}/${name}.ts`, text);
  }
  return files;
}

const TSCONFIG = `${JSON.stringify({
  compilerOptions: {
    target: "ES2022",
    module: "NodeNext",
    moduleResolution: "NodeNext",
    strict: true,
    skipLibCheck: true,
    types: ["node"],
  },
  include: ["src"],
})}\n`;

const ERRORS = `export class NotFound extends Error {
  readonly status = 404;
}

export class Invalid extends Error {
  readonly status = 400;
}
`;

const DATABASE = `import { setTimeout as wait } from "node:timers/promises";

export interface Stored {
  readonly id: string;
}

export class Table<T extends Stored> {
  readonly #rows = new Map<string, T>();

  async find(id: string): Promise<T | undefined> {
    await wait(1);
    return this.#rows.get(id);
  }

  async all(): Promise<readonly T[]> {
    await wait(1);
    return [...this.#rows.values()];
  }

  async save(row: T): Promise<T> {
    await wait(1);
    this.#rows.set(row.id, row);
    return row;
  }

  async remove(id: string): Promise<boolean> {
    await wait(1);
    return this.#rows.delete(id);
  }
}
`;

function server(features: number): string {
  const registries = Array.from({ length: Math.ceil(features / FEATURES_PER_REGISTRY) }, (_, id) => id);
  return `import { readFileSync } from "node:fs";
import express from "express";
${registries.map((id) => `import { registry${String(id)} } from "./registries/registry-${String(id)}.js";`).join("\n")}

// Runs once, before anybody waits.
const banner = readFileSync("package.json", "utf8").length;

const app = express();
app.use(express.json());
${registries.map((id) => `app.use("/v1", registry${String(id)});`).join("\n")}
app.listen(8080, () => {
  console.log(banner);
});
`;
}

function registry(start: number, features: number): string {
  const ids = Array.from({ length: Math.min(FEATURES_PER_REGISTRY, features - start) }, (_, at) => start + at);
  return `import { Router } from "express";
${ids.map((id) => `import { routes as feature${String(id)} } from "../features/feature-${String(id)}/routes.js";`).join("\n")}

export const registry${String(start / FEATURES_PER_REGISTRY)} = Router();
${ids.map((id) => `registry${String(start / FEATURES_PER_REGISTRY)}.use("/feature-${String(id)}", feature${String(id)});`).join("\n")}
`;
}

function shared(id: number): string {
  const n = String(id);
  return `export function slug${n}(text: string): string {
  return text.trim().toLowerCase().replaceAll(" ", "-");
}

export function clip${n}(text: string, length: number): string {
  return text.length > length ? \`\${text.slice(0, length)}…\` : text;
}

export function total${n}(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
`;
}

function feature(
  id: number,
  sharedModules: number,
  isBlocking: boolean,
  functionsPerPart: number,
  random: () => number,
): Readonly<Record<string, string>> {
  const n = String(id);
  const own = String(id % sharedModules);
  const others = new Set(
    Array.from({ length: Math.min(id, 2) }, () => Math.floor(random() ** 2 * id)).filter((other) => other !== id),
  );
  return {
    types: `export interface Item${n} {
  readonly id: string;
  readonly name: string;
  readonly tags: readonly string[];
  readonly state: { readonly kind: "draft" } | { readonly kind: "published"; readonly at: number };
  readonly sizes: Readonly<Record<string, number>>;
}

export interface Summary${n} {
  readonly name: string;
  readonly total: number;
}
`,
    validation: `import { z } from "zod";
import { Invalid } from "../../errors.js";

const address = z.object({
  street: z.string().min(1).max(120),
  zip: z.string().length(5),
  city: z.string().min(1),
  country: z.string().length(2).default("DE"),
});

const draft = z.object({
  name: z.string().min(1).max(80),
  tags: z.array(z.string()).max(20).default([]),
  sizes: z.record(z.string(), z.number().nonnegative()),
  sender: address,
  receiver: address.partial().optional(),
  insured: z.boolean().default(false),
  reference: z.union([z.string().trim(), z.number().int()]).optional(),
  pickup: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("now") }),
    z.object({ kind: z.literal("later"), at: z.coerce.date() }),
  ]),
});

const change = draft
  .omit({ sender: true })
  .partial()
  .extend({ version: z.number().int() });

const filter = z.object({
  page: z.coerce.number().int().min(1).default(1),
  tag: z.string().optional(),
  order: z.enum(["name", "weight", "age"]).default("name"),
});

/** What a client sends to have an item made. */
export type Draft${n} = z.infer<typeof draft>;
/** What a client sends to have one changed. */
export type Change${n} = z.infer<typeof change>;
/** Which items a client wants to see. */
export type Filter${n} = z.infer<typeof filter>;

${parser("Draft", n)}
${parser("Change", n)}
${parser("Filter", n)}`,
    repository: `import { Table } from "../../database.js";
import type { Item${n} } from "./types.js";

export class Repository${n} {
  readonly #table = new Table<Item${n}>();

  find(id: string): Promise<Item${n} | undefined> {
    return this.#table.find(id);
  }

  async published(): Promise<readonly Item${n}[]> {
    const items = await this.#table.all();
    return items.filter(({ state }) => state.kind === "published");
  }

  create(item: Item${n}): Promise<Item${n}> {
    return this.#table.save(item);
  }

  async update(id: string, change: Partial<Item${n}>): Promise<Item${n} | undefined> {
    const item = await this.find(id);
    return item && this.#table.save({ ...item, ...change, id });
  }

  remove(id: string): Promise<boolean> {
    return this.#table.remove(id);
  }
}
`,
    service: `import { randomUUID } from "node:crypto";
import { NotFound } from "../../errors.js";
import { clip${own}, slug${own}, total${own} } from "../../texts/text-${own}.js";
${[...others].map((other) => `import { service${String(other)} } from "../feature-${String(other)}/service.js";`).join("\n")}
${PARTS.map((part) => `import { ${part}${n} } from "./${part}.js";`).join("\n")}
import { Repository${n} } from "./repository.js";${isBlocking ? `\nimport { seal${n} } from "./secrets.js";` : ""}
import type { Item${n}, Summary${n} } from "./types.js";
import type { Change${n}, Draft${n}, Filter${n} } from "./validation.js";

export class Service${n} {
  readonly #repository = new Repository${n}();

  async find(id: string): Promise<Item${n}> {
    const item = await this.#repository.find(id);
    if (!item) throw new NotFound(id);
    return item;
  }

  async list({ page, tag }: Partial<Filter${n}> = {}): Promise<readonly Summary${n}[]> {
    const items = await this.#repository.published();
    const wanted = items.filter(({ tags }) => tag === undefined || tags.includes(tag));
    return wanted.slice(((page ?? 1) - 1) * 20).map((item) => this.summarise(item));
  }

  create(draft: Draft${n}): Promise<Item${n}> {
    const id = ${isBlocking ? `seal${n}(draft.name)` : "randomUUID()"};
    return this.#repository.create({ ...draft, state: { kind: "draft" }, id, name: slug${own}(draft.name) });
  }

  async change(id: string, { name, tags, sizes }: Change${n}): Promise<Item${n}> {
    const item = await this.find(id);
    const changed = await this.#repository.update(id, {
      name: name ?? item.name,
      tags: tags ?? item.tags,
      sizes: sizes ?? item.sizes,
    });
    return changed ?? item;
  }

  async publish(id: string): Promise<Item${n}> {
    const item = await this.#repository.update(id, { state: { kind: "published", at: Date.now() } });
    if (!item) throw new NotFound(id);
    return item;
  }

  summarise({ name, sizes }: Item${n}): Summary${n} {
    return { name: clip${own}(name, 40), total: [${PARTS.map((part) => `${part}${n}`).join(", ")}].reduce((sum, weigh) => sum + weigh({ name, sizes }), total${own}(Object.values(sizes))) };
  }

  async related(id: string): Promise<readonly { readonly name: string }[]> {
    const item = await this.find(id);
    const lists = await Promise.all([${[...others].map((other) => `service${String(other)}.list()`).join(", ")}]);
    return [this.summarise(item), ...lists.flat()];
  }
}

export const service${n} = new Service${n}();
`,
    ...(isBlocking && { secrets: secrets(n) }),
    ...Object.fromEntries(PARTS.map((name) => [name, part(name, n, functionsPerPart)])),
    controller: `import type { Request, Response } from "express";
import { service${n} } from "./service.js";
import { parseChange${n}, parseDraft${n}, parseFilter${n} } from "./validation.js";

export async function list(request: Request, response: Response): Promise<void> {
  response.json(await service${n}.list(parseFilter${n}(request.query)));
}

export async function show(request: Request<{ id: string }>, response: Response): Promise<void> {
  response.json(await service${n}.find(request.params.id));
}

export async function create(request: Request, response: Response): Promise<void> {
  response.status(201).json(await service${n}.create(parseDraft${n}(request.body)));
}

export async function change(request: Request<{ id: string }>, response: Response): Promise<void> {
  const changed = await service${n}.change(request.params.id, parseChange${n}(request.body));
  response.json(changed);
}

export async function related(request: Request<{ id: string }>, response: Response): Promise<void> {
  response.json(await service${n}.related(request.params.id));
}
`,
    routes: `import { Router } from "express";
import { change, create, list, related, show } from "./controller.js";

export const routes = Router();
routes.get("/", list);
routes.post("/", create);
routes.get("/:id", show);
routes.patch("/:id", change);
routes.get("/:id/related", related);
`,
  };
}

function parser(name: string, n: string): string {
  return `export function parse${name}${n}(value: unknown): ${name}${n} {
  const parsed = ${name.toLowerCase()}.safeParse(value);
  if (!parsed.success) throw new Invalid(parsed.error.message);
  return parsed.data;
}
`;
}

function secrets(n: string): string {
  return `import { pbkdf2Sync } from "node:crypto";

export function seal${n}(text: string): string {
  return pbkdf2Sync(text, "salt", 100_000, 32, "sha256").toString("hex");
}
`;
}

/** A file of functions that only compute, and the one of them that the service uses. */
function part(name: string, n: string, functions: number): string {
  const steps = Array.from({ length: functions }, (_, at) => {
    const called = `${name}${n}x${String(at)}`;
    const before = `${name}${n}x${String(at - 1)}`;
    return at % 3 === 2 ? summing(called, before) : choosing(called, at === 0 ? undefined : before);
  });
  const last = functions > 0 ? `${name}${n}x${String(functions - 1)}(entry)` : "entry";
  return `import type { Item${n} } from "./types.js";

/** What is known of an item where only its ${name} matters. */
interface Entry extends Pick<Item${n}, "name" | "sizes"> {
  /** In grams; what nobody has weighed yet has none. */
  readonly weight?: number | undefined;
  /** For people; texts for machines are made of the name. */
  readonly label?: string | undefined;
  readonly stage?: "new" | "known" | "heavy" | undefined;
  readonly remarks?: readonly string[] | undefined;
}

/** From which weight on a size is used, by the name of the size. */
const BOUNDS: Readonly<Record<string, number>> = {
  letter: 20,
  small: 250,
  medium: 1_000,
  large: 5_000,
  pallet: 100_000,
};
${steps.join("")}
export function ${name}${n}(entry: Entry): number {
  return ${last}.weight ?? 0;
}
`;
}

function choosing(called: string, before: string | undefined): string {
  return `
/**
 * Chooses a label by weight, and keeps the entry as it is where the name says all.
 *
 * @param entry as the step before left it
 * @returns the entry with its label, and with the stage that follows from it
 */
export function ${called}(entry: Entry): Entry {
  if (entry.name === "") {
    return entry;
  }

  const weight = ${before === undefined ? "entry.weight ?? 1" : `${before}(entry).weight ?? 1`};
  let label = \`\${entry.name} weighs \${weight}\`;
  if (weight > 100_000) {
    label = "Ask the forwarder";
  } else if (weight < 0) {
    label = "Weigh it again";
  }

  switch (entry.stage) {
    case "heavy":
      return { ...entry, label, weight: 100_000 };
    case "new":
      return {
        ...entry,
        label,
        stage: "known",
        weight: 1,
      };
    default:
      return {
        ...entry,
        label,
        weight: weight + 1,
      };
  }
}
`;
}

function summing(called: string, before: string): string {
  return `
/** Adds up what the sizes weigh, by the bounds that hold for them. */
export function ${called}(entry: Entry): Entry {
  const used = Object.entries(entry.sizes).filter(
    ([size, count]) => count > 0 && size in BOUNDS,
  );
  if (used.length === 0) {
    // Nothing is sent, so that nothing weighs anything.
    return { ...entry, weight: 0, remarks: ["Nothing to send"] };
  }

  const weight = used.reduce(
    (sum, [size, count]) => sum + count * (BOUNDS[size] ?? 0),
    0,
  );
  return ${before}({
    ...entry,
    weight,
    stage: weight > 5_000 ? "heavy" : "known",
  });
}
`;
}

/** Numbers from 0 to 1, the same for the same seed (Park and Miller's generator). */
function generator(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
