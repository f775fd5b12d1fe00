import { readFileSync } from "node:fs";
import express, { type RequestHandler, Router } from "express";

class UserRoutes {
  readonly #router = Router();

  constructor() {
    this.#router.get("/me", (_request, response) => response.send(readFileSync("me.json")));
//                                                                ^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /users/me → fs.readFileSync
  }

  get router() {
    return this.#router;
  }

  get avatar(): RequestHandler {
    return (_request, response) => response.send(readFileSync("avatar.png"));
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /avatar → fs.readFileSync
  }
}

const users = new UserRoutes();
const app = express();

app.use("/users", users.router);
app.get("/avatar", users.avatar);
