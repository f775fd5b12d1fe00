import { readFileSync } from "node:fs";
import { Injectable, type MiddlewareConsumer, type NestMiddleware, type NestModule } from "@nestjs/common";

@Injectable()
export class Pages implements NestMiddleware {
  readonly #page: string;

  constructor() {
    this.#page = readFileSync("index.html", "utf8");
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
  }

  use(_request: unknown, _response: unknown, next: () => void) {
    readFileSync("head.html", this.#page ? "utf8" : "ascii");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: middleware Pages → use → fs.readFileSync
    next();
  }
}

export class AppModule implements NestModule {
  configure(consumer: MiddlewareConsumer) {
    consumer.apply(Pages).forRoutes("*");
  }
}
