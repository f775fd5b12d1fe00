import express from "express";

const app = express();
app.use(express.json());

app.post("/search", (request, response) => {
  const { known, wanted } = request.body;
  const missing = [];
  for (const id of wanted) {
    if (!known.includes(id)) missing.push(id);
//       ^^^^^^^^^^^^^^^^^^ no-blocking-loop probable: POST /search → known.includes in a loop
  }
  response.json(missing);
});

app.post("/join", (request, response) => {
  response.json(ordersByUser(request.body.users, request.body.orders));
});

function ordersByUser(users: { id: number }[], orders: { user: number }[]): unknown[] {
  return users.map((user) => ({ user, orders: orders.filter((order) => order.user === user.id) }));
//                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-blocking-loop probable: POST /join → ordersByUser → orders.filter in a loop
}

app.post("/unique", (request, response) => {
  const seen: string[] = [];
  for (const id of request.body.ids) if (!seen.includes(id)) seen.push(id);
//                                        ^^^^^^^^^^^^^^^^^ no-blocking-loop probable: POST /unique → seen.includes in a loop
  response.json(seen);
});

app.post("/by-id", (request, response) => {
  const items: { id: string }[] = request.body.items;
  response.json(items.reduce((all, item) => ({ ...all, [item.id]: item }), {}));
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-blocking-loop probable: POST /by-id → copy of what a loop has made, in each of its rounds
});

app.post("/copies", (request, response) => {
  const { rows } = request.body;
  for (const row of rows) row.before = JSON.stringify(rows);
//                                     ^^^^^^^^^^^^^^^^^^^^ no-blocking-loop probable: POST /copies → JSON.stringify in a loop
  response.json(rows);
});

function fibonacci(n: number): number {
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-blocking-loop probable: POST /fibonacci → fibonacci → recursion that calls itself twice
}

app.post("/fibonacci", (request, response) => {
  response.json(fibonacci(request.body.n));
});

app.get("/rounds", (request, response) => {
  let sum = 0;
  for (let round = 0; round < 50_000_000; round++) sum += round;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-blocking-loop probable: GET /rounds → loop of a million rounds or more
  response.json(sum);
});

app.get("/settled", async (request, response) => {
  let sum = 0;
  while (sum < 100_000) {
//^^^^^^^^^^^^^^^^^^^^^ no-blocking-loop probable: GET /settled → loop that awaits only what has settled
    await Promise.resolve();
    sum++;
  }
  response.json(sum);
});

app.get("/fetched", async (request, response) => {
  const [users, blocked] = await Promise.all([query("users"), query("blocked")]);
  response.json(users.filter((user) => blocked.includes(user)));
//                                     ^^^^^^^^^^^^^^^^^^^^^^ no-blocking-loop possible: GET /fetched → blocked.includes in a loop
});

async function query(table: string): Promise<string[]> {
  const answer = await fetch(`http://database/${table}`);
  return (await answer.json()) as string[];
}
