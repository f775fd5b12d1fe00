import { readFileSync } from "node:fs";
import { createExpressServer, type ExpressMiddlewareInterface, Get, JsonController, Middleware } from "routing-controllers";

@JsonController("/legal")
export class LegalController {
  @Get("/terms")
  terms(): string {
    return readFileSync("terms.html", "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /api/legal/terms → terms → fs.readFileSync
  }
}

@Middleware({ type: "before" })
export class Banner implements ExpressMiddlewareInterface {
  use(_request: unknown, _response: unknown, next: () => void): void {
    readFileSync("banner.txt");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: middleware Banner → use → fs.readFileSync
    next();
  }
}

createExpressServer({
  routePrefix: "/api",
  controllers: [LegalController],
  authorizationChecker: () => readFileSync("allowed.txt").length > 0,
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: authorizationChecker → authorizationChecker → fs.readFileSync
}).listen(3000);
