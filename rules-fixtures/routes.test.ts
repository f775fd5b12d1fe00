/** Every registered route is known by its method and full path, with and without installed types. */
import assert from "node:assert/strict";
import path from "node:path";
import { analyse, findRoutes } from "@loopguard/engine";
import { openProject } from "@loopguard/engine/typescript";
import { fixtureHost } from "./check-fixtures.js";
import type { Mode } from "./fixture.js";

const MODES: readonly Mode[] = ["untyped", "typed"];

describe("routes", () => {
  for (const mode of MODES) {
    describe(mode, () => {
      it("are known by the prefix of an Express router of another file, once for each place it is mounted", () => {
        const routes = routesIn(mode, {
          "users.ts": `
            import { Router } from "express";
            const users = Router();
            const settings = Router();
            users.get("/:id", (req, res) => { res.json({}); });
            settings.put("/theme", (req, res) => { res.json({}); });
            users.use("/:id/settings", settings);
            export default users;`,
          "app.ts": `
            import express from "express";
            import users from "./users";
            const app = express();
            app.use("/api/users", users);
            app.use("/v2/users", users);
            app.listen(3000);`,
        });
        assert.deepEqual(routes, [
          "GET /api/users/:id",
          "GET /v2/users/:id",
          "PUT /api/users/:id/settings/theme",
          "PUT /v2/users/:id/settings/theme",
        ]);
      });

      it("are known by the prefix of an Express router that is required and taken out of the exports", () => {
        const routes = routesIn(mode, {
          "routes/books.js": `
            const { Router } = require("express");
            const books = Router();
            books.get("/terms", (req, res) => { res.json({}); });
            books.route("/:id/preview").get((req, res) => { res.json({}); });
            module.exports = { books };`,
          "routes/sales.js": `
            const express = require("express");
            const router = express.Router();
            router.get("/", (req, res) => { res.json({}); });
            module.exports = router;`,
          "app.js": `
            const express = require("express");
            const { books } = require("./routes/books");
            function createApp() {
              const app = express();
              app.use("/books", books);
              app.use("/sales", require("./routes/sales"));
              return app;
            }
            module.exports = { createApp };`,
        });
        assert.deepEqual(routes, ["GET /books/terms", "GET /books/:id/preview", "GET /sales"]);
      });

      it("are told apart by the caller of the function that registers them", () => {
        const routes = routesIn(mode, {
          "app.ts": `
            import express, { type Express, type RequestHandler } from "express";
            const list: RequestHandler = (req, res) => { res.json([]); };
            function resource(server: Express, options: { path: string; handler: RequestHandler }) {
              server.get(options.path, options.handler);
            }
            const makeReports = () => {
              const router = express.Router();
              router.get("/daily", list).delete("/daily", list);
              return router;
            };
            const app = express();
            resource(app, { path: "/users", handler: list });
            resource(app, { path: "/orders", handler: list });
            app.use("/reports", makeReports());
            app.route("/backups").get(list).post(list);`,
        });
        assert.deepEqual(routes, [
          "GET /reports/daily",
          "DELETE /reports/daily",
          "GET /users",
          "GET /orders",
          "GET /backups",
          "POST /backups",
        ]);
      });

      it("are registered and mounted once for each element of a list that a loop goes through", () => {
        const routes = routesIn(mode, {
          "users.ts": `
            import { Router } from "express";
            export const users = Router();
            users.get("/:id", (req, res) => { res.json({}); });`,
          "app.ts": `
            import express, { type RequestHandler } from "express";
            import { users } from "./users";
            const API = "/api";
            const app = express();
            const api = express.Router();
            const reports = express.Router();
            const list: RequestHandler = (req, res) => { res.json([]); };
            for (const period of ["daily", "weekly"]) reports.get(period, list);
            const routes = [{ path: "/users", router: users }, { path: "/reports", router: reports }];
            routes.forEach(({ path, router }) => api.use(path, router));
            (["get", "put"] as const).forEach((method) => app[method]("/theme", list));
            for (const [path, handler] of Object.entries({ "/terms": list, "/health": list })) app.get(path, handler);
            app.use(API, api);
            app.listen(3000);`,
        });
        assert.deepEqual(routes, [
          "GET /api/reports/daily",
          "GET /api/reports/weekly",
          "GET /theme",
          "PUT /theme",
          "GET /health",
          "GET /terms",
          "GET /api/users/:id",
        ]);
      });

      it("are known by the prefixes of nested Fastify plugins", () => {
        const routes = routesIn(mode, {
          "things.ts": `
            import type { FastifyInstance } from "fastify";
            export default async function things(fastify: FastifyInstance) {
              fastify.get("/:id", async () => ({}));
            }`,
          "app.ts": `
            import Fastify from "fastify";
            import things from "./things";
            const app = Fastify();
            app.register(things, { prefix: "/things" });
            app.register(
              async (group) => {
                group.route({ method: ["GET", "HEAD"], url: "/health", handler: async () => "ok" });
                group.register(things, { prefix: "/things" });
              },
              { prefix: "/internal" },
            );`,
        });
        assert.deepEqual(routes, ["GET, HEAD /internal/health", "GET /internal/things/:id", "GET /things/:id"]);
      });

      it("are known by the prefixes of Fastify plugins that only register others", () => {
        const routes = routesIn(mode, {
          "app.js": `
            import Fastify from "fastify";
            const users = async (app) => { app.get("/:id", async () => ({})); };
            const api = async (app) => { app.register(users, { prefix: "/users" }); };
            Fastify().register(api, { prefix: "/api" });`,
        });
        assert.deepEqual(routes, ["GET /api/users/:id"]);
      });

      it("are known by the prefixes of Elysia applications, groups and plugins", () => {
        const routes = routesIn(mode, {
          "app.ts": `
            import { Elysia } from "elysia";
            const users = new Elysia({ prefix: "/users" }).get("/:id", () => "user");
            const reports = (app: Elysia) => app.get("/reports", () => "reports");
            const admin = new Elysia({ prefix: "/admin" })
              .group("/log", (app) => app.post("/clear", () => "cleared"))
              .guard({}, (app) => app.get("/state", () => "fine"));
            const api = new Elysia({ prefix: "/api" }).use(users).use(reports).use([admin]);
            new Elysia().group("/v1", (app) => app.use(api).get("/health", "ok")).listen(3000);`,
        });
        assert.deepEqual(routes, [
          "GET /v1/api/users/:id",
          "GET /v1/api/reports",
          "POST /v1/api/admin/log/clear",
          "GET /v1/api/admin/state",
          "GET /v1/health",
        ]);
      });

      it("are known by the names of tRPC procedures, below the paths at which adapters serve them", () => {
        const routes = routesIn(mode, {
          "trpc.ts": `
            import { initTRPC } from "@trpc/server";
            const t = initTRPC.create();
            export const createTRPCRouter = t.router;
            export const mergeRouters = t.mergeRouters;
            export const publicProcedure = t.procedure;`,
          "users.ts": `
            import { createTRPCRouter, publicProcedure } from "./trpc";
            const list = publicProcedure.query(() => []);
            export const users = createTRPCRouter({ list, remove: publicProcedure.mutation(() => undefined) });
            export const root = createTRPCRouter({ health: publicProcedure.query(() => "ok") });`,
          "log.ts": `
            import { createTRPCRouter, publicProcedure } from "./trpc";
            export const log = createTRPCRouter({ lines: publicProcedure.subscription(async function* () { yield 1; }) });`,
          "router.ts": `
            import { createTRPCRouter, mergeRouters } from "./trpc";
            import { root, users } from "./users";
            import { lazy } from "@trpc/server";
            export const appRouter = mergeRouters(root, createTRPCRouter({ users, log: lazy(() => import("./log")) }));
            export const adminRouter = createTRPCRouter({ people: users });`,
          "app.ts": `
            import express from "express";
            import Fastify from "fastify";
            import { createExpressMiddleware } from "@trpc/server/adapters/express";
            import { fastifyTRPCPlugin } from "@trpc/server/adapters/fastify";
            import { adminRouter, appRouter } from "./router";
            express().use("/trpc", createExpressMiddleware({ router: appRouter }));
            Fastify().register(fastifyTRPCPlugin, { prefix: "/admin", trpcOptions: { router: adminRouter } });`,
        });
        assert.deepEqual(
          routes.sort(),
          [
            "GET /trpc/health",
            "GET /trpc/log.lines",
            "GET /trpc/users.list",
            "POST /trpc/users.remove",
            "GET /admin/people.list",
            "POST /admin/people.remove",
          ].sort(),
        );
      });

      it("of a file's place that serve tRPC procedures are those of the procedures", () => {
        const routes = routesIn(mode, {
          "src/server/router.ts": `
            import { initTRPC } from "@trpc/server";
            const t = initTRPC.create();
            export const appRouter = t.router({ user: { byId: t.procedure.query(() => "user") } });`,
          "src/app/api/trpc/[trpc]/route.ts": `
            import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
            import { NextRequest } from "next/server";
            import { appRouter } from "../../../../server/router";
            const handler = (req: NextRequest) =>
              fetchRequestHandler({ endpoint: "/api/trpc", req, router: appRouter, createContext: () => ({}) });
            export { handler as GET, handler as POST };`,
        });
        assert.deepEqual(routes, ["GET /api/trpc/user.byId"]);
      });

      it("are known by the bases of h3 routers, which say again where they are used", () => {
        const routes = routesIn(mode, {
          "app.ts": `
            import { createApp, createRouter, eventHandler, useBase } from "h3";
            const app = createApp();
            const api = createRouter().get("/users", eventHandler(() => "users"));
            const admin = createRouter().get("/log", eventHandler(() => "log"));
            const health = createRouter().get("/health", eventHandler(() => "ok"));
            api.use("/admin/**", useBase("/admin", admin.handler));
            app.use("/api", useBase("/api", api.handler));
            app.use(health);`,
        });
        assert.deepEqual(routes, ["GET /api/users", "GET /api/admin/log", "GET /health"]);
      });

      it("are known by the paths at which h3 applications are mounted", () => {
        const routes = routesIn(mode, {
          "app.ts": `
            import { H3, withBase } from "h3";
            const users = new H3().get("/:id", () => "user");
            const terms = new H3().get("/terms", () => "terms");
            new H3().mount("/users", users).use("/about/**", withBase("/about", terms));`,
        });
        assert.deepEqual(routes, ["GET /users/:id", "GET /about/terms"]);
      });

      it("are known by the prefixes with which hapi plugins are registered, one by one out of lists", () => {
        const routes = routesIn(mode, {
          "orders.js": `
            exports.plugin = {
              name: "orders",
              register: async (server) => {
                server.route([
                  { method: "GET", path: "/orders", handler: list },
                  { method: "POST", path: "/orders", options: { handler: add } },
                ]);
              },
            };
            function list() { return []; }
            function add() { return {}; }`,
          "users.js": `
            module.exports = {
              name: "users",
              async register(server) { server.route({ method: ["GET", "HEAD"], path: "/users", handler: () => [] }); },
            };`,
          "app.js": `
            const Hapi = require("@hapi/hapi");
            async function start() {
              const server = Hapi.server();
              await server.register({ plugin: require("./orders"), routes: { prefix: "/shop" } });
              await server.register(require("./users"), { routes: { prefix: "/api" } });
              await server.start();
            }
            start();`,
        });
        assert.deepEqual(routes, ["GET /shop/orders", "POST /shop/orders", "GET, HEAD /api/users"]);
      });

      it("are known by the prefixes with which Fastify plugins are registered, be they modules loaded on the spot", () => {
        const routes = routesIn(mode, {
          "users.ts": `
            import type { FastifyInstance } from "fastify";
            export default async function users(app: FastifyInstance) { app.get("/", () => []); }`,
          "orders.js": `
            module.exports = async function (app) { app.get("/:id", () => ({})); };`,
          "app.js": `
            import Fastify from "fastify";
            const app = Fastify();
            app.register(import("./users.js"), { prefix: "/users" });
            app.register(require("./orders"), { prefix: "/orders" });`,
        });
        assert.deepEqual(routes, ["GET /orders/:id", "GET /users"]);
      });

      it("are known by the prefixes of AdonisJS groups, and by the methods of controllers", () => {
        const routes = routesIn(mode, {
          "app/controllers/users_controller.ts": `
            export default class UsersController {
              async index() { return []; }
              async show() { return {}; }
            }`,
          "app/controllers/posts_controller.ts": `
            export default class PostsController {
              async store() { return {}; }
              async destroy() { return {}; }
              async publish() { return {}; }
            }`,
          "start/routes.ts": `
            import router from "@adonisjs/core/services/router";
            import PostsController from "../app/controllers/posts_controller.js";
            const UsersController = () => import("../app/controllers/users_controller.js");
            router.get("/users", [UsersController, "index"]);
            router
              .group(() => {
                router.resource("posts", PostsController).apiOnly();
                router
                  .group(() => { router.post("/publish", [PostsController, "publish"]).as("publish"); })
                  .prefix("/posts/:id");
              })
              .prefix("/admin")
              .as("admin");`,
        });
        assert.deepEqual(routes, [
          "GET /users",
          "POST /admin/posts",
          "DELETE /admin/posts/:id",
          "POST /admin/posts/:id/publish",
        ]);
      });

      it("are known by the prefixes of nested Koa routers", () => {
        const routes = routesIn(mode, {
          "app.ts": `
            import Koa from "koa";
            import Router from "@koa/router";
            const api = new Router({ prefix: "/api" });
            const users = new Router();
            users.get("/:id", async (ctx) => { ctx.body = {}; });
            api.get("/health", async (ctx) => { ctx.body = "ok"; });
            api.use("/users", users.routes(), users.allowedMethods());
            new Koa().use(api.routes()).listen(3000);`,
        });
        assert.deepEqual(routes, ["GET /api/users/:id", "GET /api/health"]);
      });

      it("are known by the base path of a Hono application and the paths that others are mounted at", () => {
        const routes = routesIn(mode, {
          "app.ts": `
            import { Hono } from "hono";
            const users = new Hono().get("/", (c) => c.json([])).get("/:id", (c) => c.json({}));
            const app = new Hono().basePath("/api");
            app.route("/users", users);
            app.on("PURGE", "/cache", (c) => c.text("done"));
            export default app;`,
        });
        assert.deepEqual(routes, ["GET /api/users", "GET /api/users/:id", "PURGE /api/cache"]);
      });

      it("are known by the global prefix of a NestJS application, its versions, and the paths of its modules", () => {
        const routes = routesIn(mode, {
          "cats.controller.ts": `
            import { Controller, Get, Post, Version, VERSION_NEUTRAL } from "@nestjs/common";
            @Controller({ path: "cats", version: ["1", "2"] })
            export class CatsController {
              @Get(":id") show(): string { return ""; }
              @Post() @Version("3") add(): string { return ""; }
              @Get() @Version(VERSION_NEUTRAL) list(): string { return ""; }
            }`,
          "admin.module.ts": `
            import { Controller, Get, Module } from "@nestjs/common";
            @Controller("health")
            export class HealthController {
              @Get() check(): string { return "ok"; }
              @Get("live") live(): string { return "ok"; }
            }
            @Controller("users")
            class UsersController {
              @Get() list(): string[] { return []; }
            }
            @Module({ controllers: [UsersController] })
            export class AdminModule {}`,
          "app.module.ts": `
            import { Module } from "@nestjs/common";
            import { RouterModule } from "@nestjs/core";
            import { AdminModule, HealthController } from "./admin.module";
            import { CatsController } from "./cats.controller";
            @Module({
              imports: [
                AdminModule,
                RouterModule.register([{ path: "back", children: [{ path: "admin", module: AdminModule }] }]),
              ],
              controllers: [CatsController, HealthController],
            })
            export class AppModule {}`,
          "main.ts": `
            import { VersioningType } from "@nestjs/common";
            import { NestFactory } from "@nestjs/core";
            import { AppModule } from "./app.module";
            async function bootstrap() {
              const app = await NestFactory.create(AppModule);
              app.setGlobalPrefix("api", { exclude: ["health"] });
              app.enableVersioning({ type: VersioningType.URI });
              await app.listen(3000);
            }
            void bootstrap();`,
        });
        assert.deepEqual(routes, [
          "GET /health",
          "GET /api/health/live",
          "GET /api/back/admin/users",
          "GET /api/v1/cats/:id",
          "GET /api/v2/cats/:id",
          "POST /api/v3/cats",
          "GET /api/cats",
        ]);
      });

      it("are known by the paths of the NestJS controllers that inherit them, and by each of several paths", () => {
        const routes = routesIn(mode, {
          "crud.ts": `
            import { Delete, Get, Param } from "@nestjs/common";
            export abstract class Crud<T> {
              @Get() list(): T[] { return []; }
              @Delete(":id") remove(@Param("id") id: string): void {}
            }
            export function Readable<T>() {
              abstract class Readable {
                @Get(":id") show(): T | undefined { return undefined; }
              }
              return Readable;
            }`,
          "controllers.ts": `
            import { Controller, Delete, Get } from "@nestjs/common";
            import { Crud, Readable } from "./crud";
            abstract class Audited<T> extends Crud<T> {}
            @Controller("cats") export class Cats extends Audited<{ name: string }> {}
            @Controller("dogs") export class Dogs extends Crud<{ breed: string }> {
              @Delete("all") override remove(): void {}
            }
            @Controller(["fish", "fishes"]) export class Fish extends Readable<{ fins: number }>() {
              @Get(["ping", "health"]) ping() { return "ok"; }
            }`,
        });
        assert.deepEqual(routes, [
          "DELETE /dogs/all",
          "GET /fish/health",
          "GET /fish/ping",
          "GET /fishes/health",
          "GET /fishes/ping",
          "GET /cats",
          "GET /dogs",
          "DELETE /cats/:id",
          "GET /fish/:id",
          "GET /fishes/:id",
        ]);
      });

      it("are known by the prefix of the nearest of several NestJS applications", () => {
        const application = (prefix: string): string => `
          import { NestFactory } from "@nestjs/core";
          import { AppModule } from "./app.module";
          async function bootstrap() {
            const app = await NestFactory.create(AppModule);
            ${prefix}
            await app.listen(3000);
          }
          void bootstrap();`;
        const controller = (path: string): string => `
          import { Controller, Get, Module } from "@nestjs/common";
          @Controller("${path}")
          export class AppController {
            @Get() list(): string { return ""; }
          }
          @Module({ controllers: [AppController] })
          export class AppModule {}`;
        const routes = routesIn(mode, {
          "apps/shop/main.ts": application('app.setGlobalPrefix("shop");'),
          "apps/shop/app.module.ts": controller("books"),
          "apps/plain/main.ts": application(""),
          "apps/plain/app.module.ts": controller("jobs"),
        });
        assert.deepEqual(routes, ["GET /jobs", "GET /shop/books"]);
      });

      it("are known by the place of their files", () => {
        const routes = routesIn(mode, {
          "next/app/api/users/[id]/route.ts": `
            import { NextResponse } from "next/server";
            export async function GET() { return NextResponse.json({}); }
            const remove = () => NextResponse.json({});
            export { remove as DELETE };`,
          "next/app/(shop)/books/page.tsx": `
            import Link from "next/link";
            export default function Page() { return Link; }`,
          "next/app/(shop)/books/layout.tsx": `
            export default function Layout() { return null; }`,
          "next/pages/_app.tsx": `
            export default function Application() { return null; }`,
          "next/pages/api/health.ts": `
            import type { NextApiHandler } from "next";
            const handler: NextApiHandler = (req, res) => { res.json({}); };
            export default handler;`,
          "svelte/src/routes/reports/+server.ts": `
            import { json, type RequestHandler } from "@sveltejs/kit";
            export const GET: RequestHandler = () => json({});`,
          "svelte/src/routes/login/+page.server.ts": `
            import type { Actions, PageServerLoad } from "./$types";
            export const load: PageServerLoad = () => ({});
            export const actions: Actions = { default: async () => ({}) };`,
          "nuxt/server/api/orders/index.post.ts": `
            export default defineEventHandler(() => ({}));`,
          "remix/app/routes/teams.$id.tsx": `
            import { json } from "@remix-run/node";
            export const loader = () => json({});
            export const action = () => json({});
            export default function Team() { return null; }`,
        });
        assert.deepEqual(routes, [
          "GET /books",
          "GET /api/users/[id]",
          "DELETE /api/users/[id]",
          "ALL /api/health",
          "POST /api/orders",
          "GET /teams/$id",
          "POST /teams/$id",
          "GET /login",
          "POST /login",
          "GET /reports",
        ]);
      });

      it("are known by the paths that fields of classes hold", () => {
        const routes = routesIn(mode, {
          "app.ts": `
            import express, { Router } from "express";
            class Users {
              path = "/users";
              router = Router();
              constructor() {
                this.router.get(this.path, (req, res) => { res.json([]); });
                this.register();
              }
              private register() {
                this.router.get(\`\${this.path}/:id\`, (req, res) => { res.json({}); });
              }
            }
            const app = express();
            app.use("/api", new Users().router);`,
        });
        assert.deepEqual(routes, ["GET /api/users", "GET /api/users/:id"]);
      });

      it("are known by each of several paths, and of several prefixes", () => {
        const routes = routesIn(mode, {
          "app.ts": `
            import express, { Router } from "express";
            const users = Router();
            users.get(["/all", "/list"], (req, res) => { res.json([]); });
            const app = express();
            app.use(["/v1", "/latest"], users);`,
          "koa.ts": `
            import Router from "@koa/router";
            const router = new Router({ prefix: "/koa" });
            router.register("/both", ["GET", "POST"], (ctx) => { ctx.body = "both"; });
            export default router;`,
        });
        assert.deepEqual(routes, ["GET /latest/all, /latest/list", "GET /v1/all, /v1/list", "GET, POST /koa/both"]);
      });

      it("are known by what routers are made of, and by where these are put", () => {
        const routes = routesIn(mode, {
          "hono.ts": `
            import { Hono } from "hono";
            const todos = new Hono().get("/", (c) => c.json([]));
            const api = new Hono().basePath("/api");
            const routes = api.route("/todos", todos).get("/health", (c) => c.text("ok"));
            const app = new Hono();
            app.route("/", routes);
            export default app;`,
          "fastify.ts": `
            import Fastify, { type FastifyInstance } from "fastify";
            async function users(app: FastifyInstance) {
              const server = app.withTypeProvider();
              server.get("/:id", async () => ({}));
            }
            const app = Fastify();
            app.register(users, { prefix: "/users" });`,
        });
        assert.deepEqual(routes, ["GET /users/:id", "GET /api/todos", "GET /api/health"]);
      });

      it("are described by what is made of their method and path, here or in another file", () => {
        const routes = routesIn(mode, {
          "descriptions.ts": `
            import { createRoute } from "@hono/zod-openapi";
            export const show = createRoute({ method: "get", path: "/users/{id}", responses: {} });`,
          "app.ts": `
            import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
            import { show } from "./descriptions";
            const list = createRoute({ method: "get", path: "/users", responses: {} });
            const users = new OpenAPIHono();
            users.openapi(list, (c) => c.json([]));
            users.openapi(show, (c) => c.json({}));
            users.openapi(createRoute({ method: "delete", path: "/users", responses: {} }), (c) => c.body(null, 204));
            const app = new OpenAPIHono();
            app.route("/api", users);`,
        });
        assert.deepEqual(routes, ["GET /api/users", "GET /api/users/:id", "DELETE /api/users"]);
      });

      it("say which function handles them among those that are spread", () => {
        const files = {
          "app.ts": `
            import { Hono } from "hono";
            import { createFactory } from "hono/factory";
            const show = createFactory().createHandlers(
              async (c, next) => { await next(); },
              async (c) => c.json({}),
            );
            const app = new Hono();
            app.get("/users/:id", ...show);`,
        };
        assert.deepEqual(
          analysed(mode, files).routes.map(({ path: route, location }) => [route, location.line]),
          [["/users/:id", 6]],
        );
      });

      it("say which function handles them, through wrappers and bindings", () => {
        const files = {
          "app.ts": `
            import express, { type RequestHandler } from "express";
            const wrapped = (handler: RequestHandler): RequestHandler => (req, res, next) => handler(req, res, next);
            class Users {
              list() { return []; }
            }
            const users = new Users();
            const show: RequestHandler = (req, res) => { res.json({}); };
            const app = express();
            app.get("/users", users.list.bind(users));
            app.get("/users/:id", wrapped(show));`,
        };
        assert.deepEqual(
          analysed(mode, files).routes.map(({ path: route, location }) => [route, location.line]),
          [
            ["/users", 5],
            ["/users/:id", 8],
          ],
        );
      });

      it("are not made of look-ups in a map", () => {
        const routes = routesIn(mode, {
          "cache.ts": `
            const cache = new Map<string, () => void>();
            export const find = (fallback: () => void) => cache.get("/users") ?? fallback;
            export function fill(store: { get(key: string, make: () => string): string }) {
              return store.get("/users", () => "");
            }`,
        });
        assert.deepEqual(routes, []);
      });
    });
  }
});

function routesIn(mode: Mode, files: Readonly<Record<string, string>>): string[] {
  return analysed(mode, files).routes.map((route) => `${route.method} ${route.path}`);
}

function analysed(mode: Mode, files: Readonly<Record<string, string>>) {
  const fixture = {
    name: "routes/project.ts",
    isValid: true,
    isProject: true,
    files: Object.entries(files).map(([name, text]) => ({ name, text, markers: [] })),
  };
  const project = openProject(fixtureHost([fixture], mode), [path.posix.resolve("/project")]);
  const analysis = analyse(project);
  assert.deepEqual(findRoutes(project).routes, analysis.routes, "they are the same without what blocks");
  return analysis;
}
