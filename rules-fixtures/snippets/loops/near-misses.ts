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
