// @filename: record.ts
export type Made<M extends Record> = (new () => M) & Pick<typeof Record, "name">;

export class Record {
  static async findOne<M extends Record>(this: Made<M>, where: object): Promise<M | null>;
  static async findOne<M extends Record>(this: Made<M>, where: object, options: { must: true }): Promise<M>;
  static async findOne<M extends Record>(this: Made<M>, where: object): Promise<M | null> {
    return Object.assign(new this(), where);
  }

  static async findAll<M extends Record>(this: Made<M>): Promise<M[]> {
    return [new this()];
  }

  static scope<M extends Record>(this: Made<M>, name: string): Made<M> & typeof Record {
    return this as Made<M> & typeof Record;
  }

  static async insert<M extends Record, O extends object = object>(
    this: Made<M>,
    options?: O,
  ): Promise<O extends { returning: false } ? void : M> {
    return Object.assign(new this(), options) as never;
  }

  static insertWith<M extends Record>(this: Made<M> & typeof Record, name: string) {
    return this.insert({ name });
  }
}
// @filename: models.ts
import { DatabaseSync } from "node:sqlite";
import { Record } from "./record.js";

export class User extends Record {
  name = "";
  readonly database = new DatabaseSync(":memory:");

  static findByName(name: string) {
    return this.findOne({ name });
  }
}

export class Team extends Record {
  readonly database = new DatabaseSync(":memory:");
}
// @filename: app.ts
import express from "express";
import { Team, User } from "./models.js";

const app = express();

app.get("/one", async (request, response) => {
  const user = await User.findOne({ id: request.query.id });
  user?.database.exec("VACUUM");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /one → sqlite.DatabaseSync.exec
  response.end();
});

app.get("/must", async (request, response) => {
  const user = await User.findOne({ id: request.query.id }, { must: true });
  user.database.exec("VACUUM");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /must → sqlite.DatabaseSync.exec
  response.end();
});

app.get("/named", async (request, response) => {
  (await User.findByName("Ann"))?.database.exec("VACUUM");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /named → sqlite.DatabaseSync.exec
  response.end();
});

app.get("/scoped", async (request, response) => {
  (await User.scope("active").findOne({}))?.database.exec("VACUUM");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /scoped → sqlite.DatabaseSync.exec
  response.end();
});

app.get("/inserted", async (request, response) => {
  const user = await User.insertWith("Ann");
  user.database.exec("VACUUM");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /inserted → sqlite.DatabaseSync.exec
  response.end();
});

app.get("/found", async (request, response) => {
  const users = await User.findAll();
  users.find(({ name }) => name === request.query.name)?.database.exec("VACUUM");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /found → sqlite.DatabaseSync.exec
  for (const user of users.filter((each) => each.name)) user.database.exec("VACUUM");
//                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /found → sqlite.DatabaseSync.exec
  response.end();
});

app.get("/later", async (request, response) => {
  let user;
  if (request.query.id) user = await User.findOne({ id: request.query.id });
  user ??= await firstUser();
  user?.database.exec("VACUUM");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /later → sqlite.DatabaseSync.exec
  response.end();
});

app.get("/either", async (request, response) => {
  const either = request.query.team ? await Team.findOne({}) : await firstUser();
  either?.database.exec("VACUUM");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /either → sqlite.DatabaseSync.exec
  response.end();
});

app.get("/team", async (request, response) => {
  const { team } = await loaded();
  team?.database.exec("VACUUM");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /team → sqlite.DatabaseSync.exec
  response.end();
});

async function firstUser() {
  return (await User.findAll())[0];
}

async function loaded() {
  const team = await Team.findOne({});
  return { team, at: Date.now() };
}
