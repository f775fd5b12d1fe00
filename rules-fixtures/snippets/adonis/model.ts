// @filename: app/models/user.ts
import { readFileSync } from "node:fs";
import { BaseModel, beforeSave } from "@adonisjs/lucid/orm";

export default class User extends BaseModel {
  @beforeSave()
  static setDefaults(user: User) {
    Object.assign(user, JSON.parse(readFileSync("defaults.json", "utf8")));
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: beforeSave hook → setDefaults → fs.readFileSync
  }
}
// @filename: app/validators/user.ts
import { readFileSync } from "node:fs";
import vine from "@vinejs/vine";

export const newUser = vine.compile(
  vine.object({ name: vine.string().transform((name) => readFileSync(`names/${name}`, "utf8")) }),
//                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: validator → fs.readFileSync
);
// @filename: app/controllers/users_controller.ts
import type { HttpContext } from "@adonisjs/core/http";
import { newUser } from "../validators/user.js";

export default class UsersController {
  async store({ request }: HttpContext) {
    return request.validateUsing(newUser);
  }
}
