/**
 * What an OpenAPI document says of small APIs, one for each framework, beside each as `operations.txt`; and what goes
 * in and out, where there is a `bodies.txt`. `UPDATE_SNAPSHOTS=1` writes them.
 */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  dispatchedRoutes,
  findRoutes,
  type ApiDocument,
  openApiDocument,
  type OpenApiOperation,
} from "@loopguard/engine";
import { openProject } from "@loopguard/engine/typescript";
import { fixtureHost } from "./check-fixtures.js";
import { type Fixture } from "./fixture.js";
import { bodiesOf } from "./schema-notation.js";
import { judgeDocuments } from "./schemas/documents.js";

const APIS = path.resolve(import.meta.dirname, "../apis");
const CONFIGURATION_FILE = "loopguard.config.json";
const INFO = { title: "Fixture", version: "1.0.0" };

describe("OpenAPI documents", () => {
  for (const name of readdirSync(APIS).sort()) {
    it(`say how requests of the ${name} API are read and answered`, function () {
      this.timeout(60_000);
      const { document } = describeApi(fixtureIn(name));
      compareWith(path.join(APIS, name, "operations.txt"), operationsOf(document));
      const bodies = path.join(APIS, name, "bodies.txt");
      if (existsSync(bodies)) compareWith(bodies, bodiesOf(document));
    });
  }

  it("say what FastAPI says of the same API in Python, but for what is explained", function () {
    this.timeout(60_000);
    const directory = path.join(APIS, "fastapi");
    const theirs = JSON.parse(readFileSync(path.join(directory, "fastapi.json"), "utf8")) as ApiDocument["document"];
    const explained = JSON.parse(readFileSync(path.join(directory, "differences.json"), "utf8")) as Record<
      string,
      string
    >;
    const judged = judgeDocuments(describeApi(fixtureIn("fastapi")).document, theirs);
    const differing = judged.filter(({ part, is }) => part !== "schema" && is !== "identical" && is !== "equivalent");
    assert.deepEqual(
      differing.map(({ name, is, because }) => [name, is, because ?? ""].join(" ").trim()).sort(),
      Object.keys(explained).sort(),
    );
    assert.ok(judged.length - differing.length > differing.length, "most of it is the same");
  });

  it("are the same bytes each time", function () {
    this.timeout(60_000);
    const [first, second] = [fixtureIn("express"), fixtureIn("express")].map((fixture) =>
      JSON.stringify(describeApi(fixture)),
    );
    assert.equal(first, second);
  });

  it("lead from each operation to its handler", function () {
    this.timeout(60_000);
    const { operations } = describeApi(fixtureIn("nestjs"));
    const text = textOf(fixtureIn("nestjs"));
    const found = operations.find(({ method, path: url }) => method === "get" && url === "/users/{id}");
    assert.equal(found && text.slice(found.handler.start, found.handler.end), "one");
  });

  it("tell type parameters by the calls that make routers, and by the classes that extend controllers", function () {
    this.timeout(60_000);
    const text = `
      import { Body, Controller, Get, Post } from "@nestjs/common";
      import express, { Router } from "express";
      import { z } from "zod";
      interface Service<T> {
        list(): Promise<T[]>;
        find(id: string): Promise<T | undefined>;
        create(input: Omit<T, "id">): Promise<T>;
      }
      interface User { id: string; name: string }
      interface Page<T> { items: T[]; total: number }
      declare const users: Service<User>;
      function crud<T extends { id: string }>(service: Service<T>, schema: z.ZodType<unknown>): Router {
        const router = Router();
        router.get("/", async (req, res) => { res.json({ items: await service.list(), total: 0 }); });
        router.get("/:id", async (req, res) => { res.json(await service.find(req.params.id)); });
        router.put("/", async (req, res) => { const input: Omit<T, "id"> = req.body; res.json(await service.create(input)); });
        router.post("/search", (req, res) => { schema.parse(req.body); res.end(); });
        return router;
      }
      const app = express();
      app.use("/users", crud(users, z.object({ name: z.string() })));
      class Cat { name!: string }
      abstract class Pets<T> {
        @Get() page(): Promise<Page<T>> { return Promise.resolve({ items: [], total: 0 }); }
        @Post() add(@Body() pet: T): void {}
      }
      @Controller("cats") class Cats extends Pets<Cat> {}`;
    const { document } = describeApi({
      name: "apis/app.ts",
      isValid: true,
      isProject: true,
      files: [{ name: "app.ts", text, markers: [] }],
    });
    const schemas = Object.entries(document.paths).flatMap(([url, item]) =>
      Object.entries(item as Readonly<Record<string, OpenApiOperation>>).map(([method, operation]) => [
        `${method} ${url}`,
        ...[operation.requestBody, operation.responses["200"]].map(
          (part) => part?.content?.["application/json"]?.schema,
        ),
      ]),
    );
    const user = { $ref: "#/components/schemas/User" };
    const cat = { $ref: "#/components/schemas/Cat" };
    const page = (items: object) => ({
      type: "object",
      properties: { items: { type: "array", items }, total: { type: "number" } },
      required: ["items", "total"],
    });
    const named = { type: "object", properties: { name: { type: "string" } }, required: ["name"] };
    assert.deepEqual(schemas, [
      ["get /cats", undefined, page(cat)],
      ["post /cats", cat, undefined],
      ["get /users", undefined, page(user)],
      ["put /users", named, user],
      ["post /users/search", named, undefined],
      ["get /users/{id}", undefined, user],
    ]);
  });

  it("leave out a route whose path is not written out, and say so", () => {
    const text = `
      import express from "express";
      const app = express();
      app.get(process.env.SECRET_PATH!, (req, res) => { res.json({}); });
      app.get("/known", (req, res) => { res.json({}); });`;
    const { document, problems } = describeApi({
      name: "apis/app.ts",
      isValid: true,
      isProject: true,
      files: [{ name: "app.ts", text, markers: [] }],
    });
    assert.deepEqual(Object.keys(document.paths), ["/known"]);
    assert.deepEqual(
      problems.map(({ message, location }) => `${String(location.line)}: ${message}`),
      ["4: The path … is not written out, so it is left out."],
    );
  });
});

function compareWith(file: string, lines: readonly string[]): void {
  const actual = `${lines.join("\n")}\n`;
  if (process.env["UPDATE_SNAPSHOTS"] === "1") writeFileSync(file, actual);
  assert.equal(actual, readFileSync(file, "utf8"));
}

function describeApi(fixture: Fixture): ApiDocument {
  const project = openProject(fixtureHost([fixture], "typed"), ["/project"]);
  return openApiDocument(project, [...findRoutes(project).routes, ...dispatchedRoutes(project)], { info: INFO });
}

function fixtureIn(name: string): Fixture {
  const directory = path.join(APIS, name);
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /\.[jt]s$/u.test(file) || path.basename(file) === CONFIGURATION_FILE)
    .sort()
    .map((file) => ({ name: file, text: readFileSync(path.join(directory, file), "utf8"), markers: [] }));
  return { name: `${name}/app.ts`, isValid: true, isProject: true, files };
}

function textOf({ files: [first] }: Fixture): string {
  return first?.text ?? "";
}

/** `POST /users <- application/json -> 201 application/json, 422 application/json [bearer]` */
function operationsOf({ paths }: ApiDocument["document"]): string[] {
  return Object.entries(paths).flatMap(([url, item]) =>
    Object.entries(item as Readonly<Record<string, OpenApiOperation>>).map(([method, operation]) =>
      [
        `${method.toUpperCase()} ${url}`,
        ...(operation.parameters ?? []).map(
          ({ name, in: place, required }) => `${place}.${name}${required ? "" : "?"}`,
        ),
        ...(operation.requestBody ? [`<- ${Object.keys(operation.requestBody.content).join(" ")}`] : []),
        `-> ${Object.entries(operation.responses)
          .map(([status, { content = {} }]) => [status, ...Object.keys(content)].join(" "))
          .join(", ")}`,
        ...(operation.security
          ? [`[${operation.security.map((each) => Object.keys(each).sort().join(" and ") || "none").join(" or ")}]`]
          : []),
      ].join(" "),
    ),
  );
}
