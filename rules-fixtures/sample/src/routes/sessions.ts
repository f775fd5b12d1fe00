import { Router } from "express";
import { signIn } from "../services/accounts.js";

export const sessions = Router();

sessions.post("/login", async (request, response) => {
  const { name, password } = request.body as { name?: string; password?: string };
  const session = await signIn(name ?? "", password ?? "");
  if (session === undefined) response.sendStatus(401);
  else response.json({ session });
});
