// @valid
import express from "express";

const app = express();
app.use(express.json());
const ROLES = ["admin", "editor"];

app.post("/set", (request, response) => {
  const known = new Set(request.body.known);
  response.json(request.body.wanted.filter((id: string) => !known.has(id)));
});

app.post("/own-items", (request, response) => {
  let total = 0;
  for (const order of request.body.orders) {
    for (const item of order.items) total += item.price;
  }
  response.json(total);
});

app.post("/constant", (request, response) => {
  response.json(request.body.roles.filter((role: string) => ROLES.includes(role)));
});

app.post("/text", (request, response) => {
  response.json(request.body.lines.filter((line: string) => line.includes("error")));
});

app.post("/awaits", async (request, response) => {
  const { known, wanted } = request.body;
  for (const id of wanted) {
    if (!known.includes(id)) await save(id);
  }
  response.sendStatus(204);
});

app.post("/one-after-the-other", (request, response) => {
  const { known, wanted } = request.body;
  for (const id of known) console.log(id);
  for (const id of wanted) console.log(id);
  response.sendStatus(204);
});

async function save(id: string): Promise<void> {
  await fetch(`http://database/${id}`);
}

for (let round = 0; round < 5_000_000; round++) ROLES.at(round);

app.get("/until-it-is-found", (request, response) => {
  const taken = new Set([1, 2, 3]);
  for (let number = 0; number < 10_000_000; number++) {
    if (!taken.has(number)) return response.json(number);
  }
  return response.sendStatus(404);
});

app.get("/few-together", (request, response) => {
  let sum = 0;
  for (let row = 0; row < 200; row++) for (let column = 0; column < 200; column++) sum += row * column;
  response.json(sum);
});

const known = new Map<number, number>();

function remembered(number: number): number {
  if (number < 2) return number;
  const before = known.get(number);
  if (before !== undefined) return before;
  const sum = remembered(number - 1) + remembered(number - 2);
  known.set(number, sum);
  return sum;
}

function oneOfTwo(number: number, isEven: boolean): number {
  if (number < 0) return 0;
  if (isEven) return oneOfTwo(number - 1, false);
  return oneOfTwo(number - 2, true);
}

app.get("/once-each", (request, response) => {
  response.json(remembered(Number(request.query["n"])) + oneOfTwo(Number(request.query["n"]), true));
});

async function load(id: number): Promise<number> {
  const answer = await fetch(`http://database/${String(id)}`);
  return answer.status;
}

async function* pages(): AsyncGenerator<number> {
  for (let page = 0; page < 1000; page++) yield await load(page);
}

app.get("/fetched", async (request, response) => {
  let sum = 0;
  for (let id = 0; id < 1000; id++) sum += await load(id);
  for await (const status of pages()) sum += status;
  response.json(sum);
});

function later(): void {
  setImmediate(later);
}

app.get("/immediate", (request, response) => {
  later();
  response.sendStatus(204);
});

async function poll(): Promise<void> {
  await load(1);
  process.nextTick(() => poll());
}

app.get("/poll", async (request, response) => {
  await poll();
  response.sendStatus(204);
});

app.post("/made-anew-in-each-round", (request, response) => {
  const { orders, customers } = request.body;
  const lines: unknown[] = [];
  for (const row of orders) {
    let line = { id: row.id };
    if (row.note) line = { ...line, ...JSON.parse(row.note) };
    lines.push(line);
  }
  for (const row of customers) {
    let line = { id: row.id };
    if (row.note) line = { ...line, ...JSON.parse(row.note) };
    lines.push(line);
  }
  response.json(lines);
});

async function isAlive(id: number): Promise<boolean> {
  return id > 0;
}

app.post("/each-of-a-list", async (request, response) => {
  const alive: number[] = [];
  for (const id of request.body.ids) if (await isAlive(id)) alive.push(id);
  response.json(alive);
});

app.post("/own-context", (request: express.Request & { context?: { teams: { id: string }[] } }, response) => {
  const { context, body } = request;
  response.json(body.teams.filter((id: string) => !context?.teams.some((team) => team.id === id)));
});

app.get("/in-large-steps", (request, response) => {
  let sum = 0;
  for (let round = 0; round < 10_000_000; round += 100_000) sum += round;
  response.json(sum);
});

function* numbers(): Generator<number> {
  for (let number = 0; number < 10_000_000; number++) yield number;
}

app.get("/until-one-is-enough", (request, response) => {
  for (const number of numbers()) if (number > 5) return response.json(number);
  return response.sendStatus(404);
});

app.post("/few", (request, response) => {
  const { ids } = request.body;
  const isMany = ids.length > 100;
  if (isMany) return response.sendStatus(413);
  return response.json(ids.filter((id: string, at: number) => ids.indexOf(id) === at));
});
