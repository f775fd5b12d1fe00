import express, { type NextFunction, type Request, type Response } from "express";
import Joi from "joi";
const app = express();

/** However it checks the parts: what it is handed are their schemas. */
const validate = (schema: Record<string, unknown>) => (req: Request, res: Response, next: NextFunction) => {
  const parts = Object.fromEntries(Object.keys(schema).map((part) => [part, req[part as "body"]]));
  if (Joi.compile(schema).validate(parts).error) return res.status(400).json({ error: "invalid" });
  next();
};
const createBook = {
  params: Joi.object().keys({ shelf: Joi.number().integer().required() }),
  body: Joi.object().keys({ title: Joi.string().required().max(80), pages: Joi.number().integer() }),
};
app.post("/parts/shelves/:shelf", validate(createBook), (_req, res) => res.sendStatus(201));
