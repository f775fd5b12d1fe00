// @filename: app/controllers/users_controller.ts
import { readFileSync } from "node:fs";
import type { HttpContext } from "@adonisjs/core/http";

export default class UsersController {
  async index({ response }: HttpContext) {
    response.send(readFileSync("users.json", "utf8"));
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /users → index → fs.readFileSync
  }

  // Nobody calls it.
  describe(id: string) {
    return readFileSync(`users/${id}.json`, "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown
  }
}
// @filename: app/middleware/maintenance_middleware.ts
import { existsSync } from "node:fs";
import type { HttpContext } from "@adonisjs/core/http";
import type { NextFn } from "@adonisjs/core/types/http";

export default class MaintenanceMiddleware {
  async handle(context: HttpContext, next: NextFn) {
    if (existsSync("maintenance")) return context.response.status(503);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: MaintenanceMiddleware.handle → handle → fs.existsSync
    return next();
  }
}
// @filename: start/routes.ts
import { readFileSync } from "node:fs";
import router from "@adonisjs/core/services/router";

const UsersController = () => import("../app/controllers/users_controller.js");

router.get("/users", [UsersController, "index"]);
router.get("/terms", async () => readFileSync("terms.html", "utf8"));
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → fs.readFileSync
router
  .group(() => {
    router.post("/log", () => readFileSync("access.log", "utf8"));
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /admin/log → fs.readFileSync
  })
  .prefix("/admin");
