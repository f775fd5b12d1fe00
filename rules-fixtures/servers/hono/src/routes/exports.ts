import { Hono } from "hono";
import { stream } from "hono/streaming";
import { book } from "../services/book.js";

export const exports_ = new Hono();

exports_.get("/book", (c) => {
  c.header("content-type", "application/gzip");
  return stream(c, async (out) => {
    for (const part of book.parts()) await out.write(book.pack(part));
  });
});

exports_.get("/book/later", (c) => {
  c.header("content-type", "application/gzip");
  return stream(c, async (out) => {
    for (const part of book.parts()) await out.write(await book.packLater(part));
  });
});
