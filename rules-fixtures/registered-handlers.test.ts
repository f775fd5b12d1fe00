/** Handlers that become asynchronous where the framework that they are registered with takes such ones; or why not. */
import assert from "node:assert/strict";

import { analyse, applyEdits, fixAll, presets, selectFindings } from "@loopguard/engine";

import { type Files, open } from "./fixing.js";

interface Example {
  readonly name: string;
  /** In the manifest. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** Without types, and registered on what a function is given. */
  readonly before: string;
  readonly after: string | { readonly refused: string };
}

const FASTIFY = { fastify: "^5.0.0" };

const EXAMPLES: readonly Example[] = [
  {
    name: "Express 5 hands a rejection on",
    dependencies: { express: "^5.1.0" },
    before: `app.get("/a", [(req, res) => res.send(page("a"))]);`,
    after: `app.get("/a", [async (req, res) => res.send(await page("a"))]);`,
  },
  {
    name: "Express 4 lets a rejection end the process",
    dependencies: { express: "^4.21.0" },
    before: `app.get("/a", (req, res) => res.send(page("a")));`,
    after: { refused: "app.get in PLACE does not wait for what its callback returns." },
  },
  {
    name: "Koa waits for middleware",
    dependencies: { koa: "^3.0.0" },
    before: `app.use((context) => { context.body = page("a"); });`,
    after: `app.use(async (context) => { context.body = await page("a"); });`,
  },
  {
    name: "Hono waits, also for functions that are registered by their names",
    dependencies: { hono: "^4.0.0" },
    before: `app.get("/a", answer);\nfunction answer(c) { return c.text(page("a")); }`,
    after: `app.get("/a", answer);\nasync function answer(c) { return c.text(await page("a")); }`,
  },
  {
    name: "socket.io's middleware calls back",
    dependencies: { "socket.io": "^4.0.0" },
    before: `app.use((socket, next) => { socket.data.page = page("a"); next(); });`,
    after: `app.use(async (socket, next) => { socket.data.page = await page("a"); next(); });`,
  },
  {
    name: "Fastify takes what a handler returns, or has answered",
    dependencies: FASTIFY,
    before: `app.route({ method: "GET", url: "/a", handler(request, reply) { reply.type("text/plain").send(page("a")); } });`,
    after: `app.route({ method: "GET", url: "/a", async handler(request, reply) { reply.type("text/plain").send(await page("a")); } });`,
  },
  {
    name: "Fastify answers for an asynchronous handler that wants to answer later",
    dependencies: FASTIFY,
    before: `app.get("/a", (request, reply) => { const text = page("a"); setTimeout(() => reply.send(text), 10); });`,
    after: { refused: "app.get in PLACE does not wait for what its callback returns." },
  },
  {
    name: "Fastify answers for an asynchronous handler that has others answer",
    dependencies: FASTIFY,
    before: `app.get("/a", (request, reply) => { sendLater(reply, page("a")); });`,
    after: { refused: "app.get in PLACE does not wait for what its callback returns." },
  },
  {
    name: "Fastify's hooks that are given a callback must not give a promise as well",
    dependencies: FASTIFY,
    before: `app.addHook("onRequest", (request, reply, done) => { request.page = page("a"); done(); });`,
    after: { refused: "app.addHook in PLACE does not wait for what its callback returns." },
  },
];

/** How each framework's application is made. */
const MADE: Readonly<Record<string, string>> = {
  express: `import express from "express";\nregister(express());`,
  koa: `import Koa from "koa";\nregister(new Koa());`,
  hono: `import { Hono } from "hono";\nregister(new Hono());`,
  "socket.io": `import { Server } from "socket.io";\nregister(new Server());`,
  fastify: `import { fastify } from "fastify";\nregister(fastify());`,
};

const PAGE = `import { readFileSync } from "node:fs";
const page = (name) => readFileSync(name, "utf8");
`;

const WAITING_PAGE = `import { readFile } from "node:fs/promises";
const page = async (name) => await readFile(name, "utf8");
`;

/** Each in a package of its own, of which one analysis reads all. */
function projectOf(examples: readonly Example[]): Files {
  return Object.fromEntries(
    examples.flatMap(({ dependencies, before }, index) => {
      const [framework = ""] = Object.keys(dependencies);
      const [importing = "", making = ""] = (MADE[framework] ?? "").split("\n");
      return [
        [`${index}/package.json`, JSON.stringify({ private: true, type: "module", dependencies })],
        [`${index}/app.js`, `${importing}\nimport { register } from "./routes.js";\n${making}\n`],
        [`${index}/routes.js`, `${PAGE}export function register(app) {\n${before}\n}\n`],
      ];
    }),
  );
}

describe("registered handlers", function () {
  this.timeout(60_000);
  const texts = projectOf(EXAMPLES);
  let fixed: ReturnType<typeof fixAll>;

  before(() => {
    const { project } = open(texts);
    const findings = selectFindings(analyse(project), { ...presets.strict, confidence: "possible" });
    assert.equal(findings.length, EXAMPLES.length);
    fixed = fixAll(project, findings, "transitive");
  });

  for (const [index, { name, after }] of EXAMPLES.entries()) {
    it(name, () => {
      const file = `${index}/routes.js`;
      const refused = fixed.refused.find(({ finding }) => finding.location.file === `/project/${file}`);
      if (typeof after !== "string") {
        assert.equal(refused?.refusal.reason, after.refused.replace("PLACE", "routes.js:4"));
        return;
      }
      assert.equal(refused, undefined);
      const edits = fixed.files.find((each) => each.file === `/project/${file}`)?.edits ?? [];
      const expected = `${WAITING_PAGE}export function register(app) {\n${after}\n}\n`;
      assert.equal(applyEdits(texts[file] ?? "", edits), expected);
    });
  }
});
