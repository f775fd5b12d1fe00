import express from "express";

const app = express();
app.use(express.json());
const STEPS = 5000;

app.get("/while", (request, response) => {
  let round = 0;
  while (round < 10_000_000) round++;
//^^^^^^^^^^^^^^^^^^^^^^^^^^ no-blocking-loop probable: GET /while → loop of a million rounds or more
  response.json(round);
});

app.get("/downwards", (request, response) => {
  let sum = 0;
  for (let round = 2 ** 24; round > 0; round--) sum += round;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-blocking-loop probable: GET /downwards → loop of a million rounds or more
  response.json(sum);
});

app.get("/together", (request, response) => {
  let sum = 0;
  for (let row = 0; row < STEPS; row++) {
    for (let column = 0; column < STEPS; column++) sum += row * column;
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-blocking-loop probable: GET /together → loop of a million rounds or more
  }
  response.json(sum);
});

app.get("/array", (request, response) => {
  const squares = Array.from({ length: 5_000_000 }, (_, at) => at * at);
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-blocking-loop probable: GET /array → loop of a million rounds or more
  response.json(squares.length);
});

app.post("/whole", (request, response) => {
  const items: { id: string }[] = request.body.items;
  response.json(items.filter((item, at, all) => all.findIndex((other) => other.id === item.id) === at));
//                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-blocking-loop probable: POST /whole → all.findIndex in a loop
});

app.post("/indexed", (request, response) => {
  const { known, wanted } = request.body;
  let at = 0;
  while (at < wanted.length) {
    if (known.indexOf(wanted[at]) < 0) wanted[at] = null;
//      ^^^^^^^^^^^^^^^^^^^^^^^^^ no-blocking-loop probable: POST /indexed → known.indexOf in a loop
    at++;
  }
  response.json(wanted);
});

app.post("/for-each", (request, response) => {
  let byId: Record<string, unknown> = {};
  request.body.items.forEach((item: { id: string }) => {
    byId = { ...byId, [item.id]: item };
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-blocking-loop probable: POST /for-each → copy of what a loop has made, in each of its rounds
  });
  response.json(byId);
});

app.post("/member", (request, response) => {
  const state: { items: string[] } = { items: [] };
  for (const item of request.body.items) state.items = [...state.items, item];
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-blocking-loop probable: POST /member → copy of what a loop has made, in each of its rounds
  response.json(state);
});

app.post("/sorted", (request, response) => {
  const rows: Record<string, number>[] = request.body.rows;
  response.json(request.body.names.map((name: string) => [...rows].sort((one, other) => one[name]! - other[name]!)));
//                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-blocking-loop probable: POST /sorted → [...rows].sort in a loop
});

function paths(rows: number, columns: number): number {
  if (rows === 0 || columns === 0) return 1;
  const down = paths(rows - 1, columns);
//             ^^^^^^^^^^^^^^^^^^^^^^^^ no-blocking-loop probable: GET /paths → paths → recursion that calls itself twice
  const right = paths(rows, columns - 1);
  return down + right;
}

app.get("/paths", (request, response) => {
  response.json(paths(Number(request.query["rows"]), Number(request.query["columns"])));
});

async function next(number: number): Promise<number> {
  return number + 1;
}

app.get("/settled-function", async (request, response) => {
  let number = 0;
  while (number < 100_000) number = await next(number);
//^^^^^^^^^^^^^^^^^^^^^^^^ no-blocking-loop probable: GET /settled-function → loop that awaits only what has settled
  response.json(number);
});

async function* numbers(): AsyncGenerator<number> {
  for (let number = 0; number < 100_000; number++) yield number;
}

app.get("/settled-generator", async (request, response) => {
  let sum = 0;
  for await (const number of numbers()) sum += number;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-blocking-loop probable: GET /settled-generator → loop that awaits only what has settled
  response.json(sum);
});

const evenNumbers = {
  async *[Symbol.asyncIterator]() {
    for (let number = 0; number < 100_000; number += 2) yield number;
  },
};

app.get("/settled-iterator", async (request, response) => {
  let sum = 0;
  for await (const number of evenNumbers) sum += number;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-blocking-loop probable: GET /settled-iterator → loop that awaits only what has settled
  response.json(sum);
});

app.get("/in-steps", (request, response) => {
  let sum = 0;
  for (let round = 0; round < 10_000_000; round += 5) sum += round;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-blocking-loop probable: GET /in-steps → loop of a million rounds or more
  response.json(sum);
});

app.post("/unique-by-reduce", (request, response) => {
  const ids: string[] = request.body.ids;
  response.json(ids.reduce<string[]>((all, id) => (all.includes(id) ? all : [...all, id]), []));
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-blocking-loop probable: POST /unique-by-reduce → copy of what a loop has made, in each of its rounds
});

app.get("/queued-by-a-callback", (request, response) => {
  let rounds = 0;
  function step(): void {
    if (rounds++ < 1_000_000) queueMicrotask(() => step());
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-blocking-loop probable: GET /queued-by-a-callback → step → function that queues itself before anything else
  }
  step();
  response.sendStatus(204);
});

app.get("/queued", (request, response) => {
  let rounds = 0;
  function step(): void {
    if (rounds++ < 1_000_000) process.nextTick(step);
//                            ^^^^^^^^^^^^^^^^^^^^^^ no-blocking-loop probable: GET /queued → step → function that queues itself before anything else
  }
  step();
  response.sendStatus(204);
});
