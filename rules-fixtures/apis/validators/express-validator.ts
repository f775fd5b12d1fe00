import express, { type NextFunction, type Request, type Response } from "express";
import { body, check, param, query, validationResult } from "express-validator";
import { credentials, profile } from "./rules.js";
const app = express();

function answerInvalid(req: Request, res: Response, next: NextFunction) {
  if (!validationResult(req).isEmpty()) return res.status(422).json({ error: "invalid" });
  next();
}
const validate = (rules: any[]) => async (req: Request, res: Response, next: NextFunction) => {
  for (const rule of rules) await rule.run(req);
  if (validationResult(req).isEmpty()) return next();
  res.status(400).json({ error: "invalid" });
};

app.post("/fields/sessions", credentials, answerInvalid, (req, res) => res.json({ email: req.body.email as string }));
app.post("/fields/users", [...credentials, ...profile()], answerInvalid, (_req, res) => res.sendStatus(201));
app.get(
  "/fields/users/:id",
  param("id").isUUID(),
  query("page").optional().isInt({ min: 1 }),
  check("sort").optional().isIn(["name", "age"]),
  (_req, res) => res.json({}),
);
app.put("/fields/users/:id", check("id").isInt(), validate([body(["name", "nick"]).isString()]), (_req, res) =>
  res.json({}),
);
