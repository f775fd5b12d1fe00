/** `no-blocking-wait`: code that stops the event loop on purpose, to wait. */
import type { RuleDeclaration } from "./rule.js";

export const noBlockingWait: RuleDeclaration = {
  name: "no-blocking-wait",
  description:
    "Disallow waiting that stops the event loop: sleeps, busy waits and synchronous wrappers of asynchronous calls",
  kinds: ["wait"],
  preset: "recommended",
  details: `
## Why it matters

A blocking wait is worth nothing to anybody: the thread does no work, and nobody else may use it. \`Atomics.wait\` with a timeout of 500 ms stops every request for half a second. A loop that reads the clock does the same and burns a core meanwhile. Wrappers that make an asynchronous call look synchronous wait for as long as the call takes, and for ever when its answer needs the loop they have stopped.

## What it finds

- \`Atomics.wait\` on the thread that serves.
- Busy waits: \`while (Date.now() < end);\`.
- Sleep packages, and prompts that wait for a key.
- Synchronous wrappers of asynchronous work, which wait on another thread or process.

It reports them where an entry point reaches them, through any number of helpers and files, and names the path.

## What it leaves alone

- \`Atomics.waitAsync\`, timers, \`node:timers/promises\`.
- Worker threads, where \`Atomics.wait\` is the right way to wait for another thread.
- Start-up, scripts and tests, where nobody waits but the one who started them.

To accept one call, use ESLint's own comment and say why: \`// eslint-disable-next-line loopguard/no-blocking-wait -- shutdown path\`.

## When not to use it

Where no event loop has anything else to do: worker threads that are found by no known construction, command lines.
`,
  invalid: [
    {
      title: "A sleep between two attempts",
      code: `import express from "express";

const app = express();

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

app.get("/report", (request, response) => {
  sleep(200);
  response.send("ready");
});
`,
    },
    {
      title: "A busy wait",
      code: `import { createServer } from "node:http";

function pause(milliseconds: number): void {
  const end = Date.now() + milliseconds;
  while (Date.now() < end);
}

createServer((request, response) => {
  pause(50);
  response.end();
}).listen(8080);
`,
    },
  ],
  valid: [
    {
      title: "A timer",
      code: `import { setTimeout as sleep } from "node:timers/promises";
import express from "express";

const app = express();

app.get("/report", async (request, response) => {
  await sleep(200);
  response.send("ready");
});
`,
    },
    {
      title: "A wait that does not stop the thread",
      code: `import express from "express";

const app = express();
const flag = new Int32Array(new SharedArrayBuffer(4));

app.get("/report", async (request, response) => {
  await Atomics.waitAsync(flag, 0, 0, 200).value;
  response.send("ready");
});
`,
    },
  ],
};
