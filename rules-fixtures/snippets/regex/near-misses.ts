// @valid
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import express from "express";
import { z } from "zod";

const app = express();
const DURATION = /^([\d.,]+)\s?(\w+)$/;
const LIMIT = 100;
const Body = z.object({ duration: z.string().max(20) });

app.post("/tested", (request, response) => {
  const { duration } = request.body;
  if (typeof duration !== "string" || duration.length > LIMIT) return response.sendStatus(400);
  return response.json(DURATION.exec(duration));
});

app.post("/tested-inside", (request, response) => {
  const text: string = request.body.text;
  response.json(text.length < 50 && DURATION.test(text) ? 1 : 2);
});

app.post("/asserted", (request, response) => {
  const { duration } = request.body;
  assert(duration.length < LIMIT);
  response.json(DURATION.exec(duration));
});

app.post("/tested-before", (request, response) => {
  const { duration } = request.body;
  const { length } = duration;
  const isLong = duration.length > LIMIT;
  if (isLong) return response.json(length);
  return response.json(DURATION.exec(duration));
});

function isDuration({ text }: { text: string; unit: string }): boolean {
  return DURATION.test(text);
}

app.post("/other-member", (request, response) => {
  response.json(isDuration({ text: "5 s", unit: request.body.unit }));
});

function shortened(text: string): string {
  return text.slice(0, LIMIT);
}

function unitOf(text: string): string {
  return text.endsWith("h") ? "hours" : "minutes";
}

app.post("/shortened-by-a-function", (request, response) => {
  const { duration } = request.body;
  response.json([DURATION.test(shortened(duration)), DURATION.test(unitOf(duration))]);
});

app.post("/cut", (request, response) => {
  response.json(DURATION.test(request.body.duration.slice(0, LIMIT)));
});

app.post("/checked", (request, response) => {
  const { duration } = Body.parse(request.body);
  response.json(DURATION.test(duration));
});

app.post("/linear", (request, response) => {
  response.json(/^([\d.,]+)\s?([a-z]+)$/.exec(request.body.duration));
});

app.get("/own-file", async (request, response) => {
  const text = await readFile("durations.txt", "utf8");
  response.json(DURATION.test(text));
});

setInterval(() => DURATION.test(process.uptime().toString()), 1000);
