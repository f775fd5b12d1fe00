import express, { type ErrorRequestHandler } from "express";
import createError from "http-errors";
import { z, ZodError } from "zod";
import { ApiError, NotFoundError } from "./api-error.js";
const app = express();
const NewBook = z.object({ title: z.string() });
const bookOf = (id: string) => {
  if (id === "0") throw new NotFoundError("book");
  return { id };
};
app.post("/express/books", (req, res) => {
  const book = NewBook.parse(req.body);
  res.status(201).json(book);
});
app.get("/express/books/:id", (req, res) => void res.json(bookOf(req.params.id)));
app.delete("/express/books/:id", (req, res, next) => {
  if (req.params.id === "1") return next(ApiError.conflict("lent"));
  res.sendStatus(204);
});
app.put("/express/books/:id", (req, res) => {
  throw createError(423, "locked");
});
const onError: ErrorRequestHandler = (error, _req, res, next) => {
  if (error instanceof ZodError) {
    res.status(422).json({ issues: error.issues.length });
    return;
  }
  if (error instanceof ApiError) {
    res.status(error.status).json({ code: error.code });
    return;
  }
  next(error);
};
app.use(onError);
app.use(((error, _req, res, _next) => {
  const status = error.status || 500;
  res.status(status).json({ message: String(error.message) });
}) as ErrorRequestHandler);
app.listen(3000);
