/** After every edit, the document of a kept project is that of a fresh one; and of one handler, only that is read again. */
import assert from "node:assert/strict";
import path from "node:path";
import {
  analyse,
  type ApiDocument,
  dispatchedRoutes,
  openApiDocument,
  type Project,
  type ProjectHost,
} from "@loopguard/engine";
import { LiveProject, openProject } from "@loopguard/engine/typescript";
import { LIBRARY } from "./check-fixtures.js";
import { liveMemoryHost, type Mount } from "./memory-host.js";
import { generator, LINE_EDITORS, pick } from "./random-edits.js";

const ZOD: Mount = {
  at: "/project/node_modules/zod",
  from: path.resolve(import.meta.dirname, "../../node_modules/zod"),
};

const FILES = {
  "tsconfig.json": JSON.stringify({ compilerOptions: { module: "esnext", moduleResolution: "bundler", strict: true } }),
  "node_modules/express/index.d.ts": `
interface Request { params: Record<string, string>; query: Record<string, string>; body: any }
interface Response { status(code: number): this; json(body: unknown): this }
interface Router { get(path: string, handler: (req: Request, res: Response) => unknown): void;
  post(path: string, handler: (req: Request, res: Response) => unknown): void; use(path: string, router: Router): void }
declare function express(): Router;
declare namespace express { export function Router(): Router; export { Request, Response }; }
export = express;
`,
  "app.ts": `import express from "express";
import { users } from "./users.js";
import { orders } from "./orders.js";

const app = express();
app.use("/users", users);
app.use("/orders", orders);
`,
  "users.ts": `import { Router, type Request, type Response } from "express";
import { findUser, type Page, type User } from "./store.js";

export const users = Router();

/** One of them. */
users.get("/:id", (req, res) => {
  const user = findUser(req.params.id);
  res.json(user);
});

users.get("/", (req, res) => {
  interface Seen { at: Date; user: User }
  const seen: Seen[] = [];
  const page: Page<Seen> = { items: seen, next: req.query.after };
  res.json(page);
});

function addUser(req: Request, res: Response) {
  if (!req.body.name) return res.status(422).json({ error: "no name" });
  const user: User = { name: req.body.name, settings: undefined };
  res.status(201).json(user);
}
users.post("/", addUser);
`,
  "store.ts": `/** A person. */
export interface User {
  /** As they call themselves. */
  name: string;
  settings: any;
}
export interface Page<T> { items: T[]; next?: string }

export function findUser(id: string): User | undefined {
  const known: User[] = [];
  return known.find(({ name }) => name === id);
}
`,
  "orders.ts": `import { Router } from "express";
import { Order } from "./order.js";

export const orders = Router();
orders.post("/", (req, res) => {
  const order = Order.parse(req.body);
  res.status(201).json(order);
});
orders.get("/:id", (req, res) => {
  res.json({ id: req.params.id, count: 1 });
});
`,
  "order.ts": `import { z } from "zod";
export const Order = z.object({ item: z.string().min(1), count: z.number().int().default(1) });
export type Order = z.infer<typeof Order>;
`,
};

const NAMES = ["users.ts", "store.ts", "orders.ts", "order.ts", "app.ts"] as const;

describe("documents of a live project", function () {
  this.timeout(180_000);
  let session: Session;

  before(() => {
    session = new Session(FILES);
  });

  it("read one handler again when it is edited", () => {
    session.edit("users.ts", (text) => text.replace("res.json(user)", "res.json({ user })"));
    // The handler and its registration; the six parts of its request, and its answer.
    assert.deepEqual(session.readAgain, { handlers: 2, schemas: 7 });
    assert.match(session.text(), /"user":\{"\$ref":"#\/components\/schemas\/User"\}/u);
  });

  it("read nothing again when what is edited is no part of them", () => {
    session.edit("store.ts", (text) => text.replace("const known: User[]", "// none yet\n  const known: User[]"));
    session.edit("app.ts", (text) => `${text}\nfunction later(): void {\n  console.log("later");\n}\n`);
    session.edit("app.ts", (text) => text.replace("console.log", "console.warn"));
    assert.deepEqual(session.readAgain, { handlers: 0, schemas: 0 });
  });

  it("read again what can name the type that is edited, and nothing else", () => {
    session.edit("store.ts", (text) => text.replace("name: string;", "name: string;\n  age?: number;"));
    assert.match(session.text(), /"age"/u);
    const { schemas } = session.readAgain;
    session.edit("orders.ts", (text) => `${text}export type Unused = string;\n`);
    assert.ok(schemas > session.readAgain.schemas && session.readAgain.schemas > 0);
  });

  it("follow comments, names of their own and schemas that types are inferred from", () => {
    session.edit("store.ts", (text) => text.replace("As they call themselves", "How they are called"));
    assert.match(session.text(), /How they are called/u);
    session.edit("users.ts", (text) => text.replace("One of them", "Any of them"));
    assert.match(session.text(), /Any of them/u);
    session.edit("users.ts", (text) => text.replace("at: Date", "at: number"));
    session.edit("order.ts", (text) => text.replace(".min(1)", ".min(2)"));
    assert.match(session.text(), /"minLength":2/u);
    // Types without a name are other ones in every program.
    session.edit("users.ts", (text) =>
      text.replace("Page<Seen> = { items: seen", "Page<{ seen: Seen }> = { items: []"),
    );
    session.edit("orders.ts", (text) => text.replace("count: 1", "count: 2"));
  });

  it("are those of a fresh project after edits at random places, of random kinds", () => {
    const random = generator(20_261_121);
    for (let edit = 0; edit < 10; edit++) {
      const name = pick(NAMES, random);
      const original = random() < 0.3 ? FILES[name] : undefined;
      session.edit(name, (text) => original ?? pick(LINE_EDITORS, random)(text, random));
    }
  });
});

/** A project that is edited, and whose document is compared with a fresh one's after every edit. */
class Session {
  readonly #texts: Map<string, string>;
  readonly #host: ProjectHost;
  readonly #live: LiveProject;
  #document: ApiDocument;
  /** By the last edit: how much was not known. */
  readAgain = { handlers: 0, schemas: 0 };

  constructor(files: Readonly<Record<string, string>>) {
    this.#texts = new Map(Object.entries(files).map(([name, text]) => [`/project/${name}`, text]));
    this.#host = liveMemoryHost(this.#texts, [LIBRARY, ZOD]);
    this.#live = new LiveProject(this.#host, ["/project"]);
    this.#document = describeApi(this.#live.project);
  }

  edit(name: string, change: (text: string) => string): void {
    const file = `/project/${name}`;
    this.#texts.set(file, change(this.#texts.get(file) ?? ""));
    const before = this.#live.readForDocuments;
    this.#document = describeApi(this.#live.update([file]));
    const after = this.#live.readForDocuments;
    this.readAgain = { handlers: after.handlers - before.handlers, schemas: after.schemas - before.schemas };
    assert.deepEqual(
      this.#document,
      describeApi(openProject(this.#host, ["/project"])),
      `after ${name} is\n${this.#texts.get(file) ?? ""}`,
    );
  }

  text(): string {
    return JSON.stringify(this.#document);
  }
}

function describeApi(project: Project): ApiDocument {
  const routes = [...analyse(project).routes, ...dispatchedRoutes(project)];
  return openApiDocument(project, routes, { info: { title: "Edited", version: "1.0.0" } });
}
