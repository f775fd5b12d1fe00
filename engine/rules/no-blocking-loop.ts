/** `no-blocking-loop`: loops whose work grows faster than their input, and loops that let nothing else run. */
import type { RuleDeclaration } from "./rule.js";

export const noBlockingLoop: RuleDeclaration = {
  name: "no-blocking-loop",
  description: "Disallow loops whose work grows with the square of what a request brings and that let nothing else run",
  kinds: ["loop"],
  certainty: () => "probable",
  preset: "strict",
  details: `
## Why it matters

\`ids.includes(id)\` in a loop over other ids is nothing for ten of each, and takes seconds for a hundred thousand: the time grows with the square. While it runs, nothing else does. Tests have ten elements; somebody's request has more.

## What it finds

Where an entry point reaches it, and the collections are what a client sent, or what an awaited call gave:

- \`includes\`, \`indexOf\`, \`find\`, \`some\`, \`filter\` and the like on one collection, in a loop over another,
- a loop in a loop, over collections that do not belong to each other,
- \`JSON.parse\`, \`JSON.stringify\`, \`structuredClone\`, deep clones and \`sort\` of a whole collection in a loop,
- \`all = [...all, one]\` and \`{ ...all, [key]: one }\` in a loop or in \`reduce\`,
- recursion that calls itself twice with a little less, and keeps no results; and recursion that goes over the same whole collection for each of its elements, as trees are built of rows,

and, whatever they go over:

- loops of a million rounds or more, also of loops in loops together,
- loops that await only what has settled, such as \`await Promise.resolve()\`, or a function that waits for nothing itself: no timer and no request runs in between,
- functions that queue themselves again with \`process.nextTick\` or \`queueMicrotask\`.

It is never more certain than \`probable\`: nobody can tell how much a client sends. Where a collection was fetched, and not sent, it is \`possible\`, and so it is over the keys of an object, which are mostly few. The message says what the time grows with, and what limits it.

## What it leaves alone

- Loops that await something real, a query for example: others run in between.
- Loops with a \`break\` or a \`return\`: most of the rounds may never be made.
- A loop over what belongs to the element of the loop around it: \`for (const order of orders) for (const item of order.items)\`. All items are gone over once.
- Collections that the code itself writes out, and those that are built at start-up.
- Look-ups in a \`Set\` or a \`Map\`.

## When not to use it

Where everything that comes in is known to be small: an interface for a handful of administrators.
`,
  invalid: [
    {
      title: "A search in a loop",
      code: `import express from "express";

const app = express();
app.use(express.json());

app.post("/missing", (request, response) => {
  const { known, wanted } = request.body;
  const missing = [];
  for (const id of wanted) {
    if (!known.includes(id)) missing.push(id);
  }
  response.json(missing);
});
`,
    },
    {
      title: "An await that lets nothing run",
      code: `import { createServer } from "node:http";

createServer(async (request, response) => {
  let sum = 0;
  for (let number = 0; number < 500_000; number++) {
    sum += Math.sqrt(number);
    await Promise.resolve();
  }
  response.end(String(sum));
}).listen(8080);
`,
    },
  ],
  valid: [
    {
      title: "A set",
      code: `import express from "express";

const app = express();
app.use(express.json());

app.post("/missing", (request, response) => {
  const known = new Set(request.body.known);
  response.json(request.body.wanted.filter((id: string) => !known.has(id)));
});
`,
    },
    {
      title: "What belongs to the element",
      code: `import express from "express";

const app = express();
app.use(express.json());

app.post("/total", (request, response) => {
  let total = 0;
  for (const order of request.body.orders) {
    for (const item of order.items) total += item.price;
  }
  response.json(total);
});
`,
    },
  ],
};
