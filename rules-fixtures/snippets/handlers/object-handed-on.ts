import { readFileSync } from "node:fs";
import Fastify, { type FastifyInstance, type RouteOptions } from "fastify";

interface Definition {
  method: "GET" | "POST";
  url: string;
  handler: () => Promise<string>;
}

class Api {
  constructor(private readonly app: FastifyInstance) {}

  route(definition: Definition): void {
    this.app.route(definition as RouteOptions);
  }

  init(): void {
    this.route({ method: "GET", url: "/terms", handler: async () => readFileSync("terms.html", "utf8") });
    //                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → handler → fs.readFileSync
  }
}

new Api(Fastify()).init();
