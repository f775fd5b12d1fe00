import { randomUUID } from "node:crypto";
import { findUser } from "../repositories/users.js";
import { isCorrectPassword } from "./passwords.js";

/** A new session, or undefined when the name or the password is wrong. */
export async function signIn(name: string, password: string): Promise<string | undefined> {
  const user = await findUser(name);
  return user !== undefined && isCorrectPassword(password, user.passwordHash) ? randomUUID() : undefined;
}
