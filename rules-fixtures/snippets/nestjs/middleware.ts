import { existsSync, readFileSync } from "node:fs";
import { Injectable, type MiddlewareConsumer, Module, type NestMiddleware, type NestModule } from "@nestjs/common";

@Injectable()
export class MaintenanceMiddleware implements NestMiddleware {
  use(_request: unknown, _response: unknown, next: () => void): void {
    if (!existsSync("maintenance")) next();
//       ^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: middleware MaintenanceMiddleware → use → fs.existsSync
  }
}

function banner(_request: unknown, _response: unknown, next: () => void): void {
  console.log(readFileSync("banner.txt", "utf8"));
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: middleware → banner → fs.readFileSync
  next();
}

@Module({})
export class AppModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    const routes = JSON.parse(readFileSync("routes.json", "utf8"));
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
    consumer.apply(MaintenanceMiddleware).exclude("health").forRoutes(routes);
    consumer.apply(banner).forRoutes("*");
  }
}
