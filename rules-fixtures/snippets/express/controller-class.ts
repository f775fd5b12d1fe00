// @filename: login-controller.ts
import bcrypt from "bcryptjs";
import type { Request, Response } from "express";
import type { Users } from "./users";

export class LoginController {
  constructor(private readonly users: Users) {}

  login = (req: Request, res: Response): void => {
    const hash = this.users.hashOf(req.params["name"]);
    if (this.verify(req.get("password") ?? "", hash)) res.sendStatus(204);
    else res.sendStatus(401);
  };

  private verify(password: string, hash: string): boolean {
    return bcrypt.compareSync(password, hash);
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-cpu definite: POST /login/:name → login → verify → bcryptjs.compareSync
  }
}
// @filename: users.ts
export class Users {
  hashOf(name: unknown): string {
    return `hash of ${String(name)}`;
  }
}
// @filename: app.ts
import express from "express";
import { LoginController } from "./login-controller";
import { Users } from "./users";

const controller = new LoginController(new Users());
const app = express();

app.post("/login/:name", controller.login);
