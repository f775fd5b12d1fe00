// @valid
import express from "express";
import { readFileSync } from "node:fs";

const terms = readFileSync("terms.html", "utf8");
const app = express();

app.get("/", (_req, res) => {
  const readFileSync = (part: string): string => terms.slice(0, part.length);
  res.send(readFileSync("intro"));
});
