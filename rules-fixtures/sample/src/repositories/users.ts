import { readFile } from "node:fs/promises";
import { inProject } from "../paths.js";

export interface User {
  readonly name: string;
  readonly passwordHash: string;
}

export async function findUser(name: string): Promise<User | undefined> {
  const users = JSON.parse(await readFile(inProject("data", "users.json"), "utf8")) as User[];
  return users.find((user) => user.name === name);
}
