/** `no-sync-io`: file, process, database and network calls that the event loop waits for. */
import type { RuleDeclaration } from "./rule.js";

export const noSyncIo: RuleDeclaration = {
  name: "no-sync-io",
  description: "Disallow synchronous file, process, database and network calls on the event loop",
  kinds: ["sync-io"],
  preset: "recommended",
  details: `
## Why it matters

A Node.js process serves all its clients on one thread. While a synchronous call waits for the disk, a child process or a database, nothing else runs: no other request is read, no timer fires, no health check is answered. A handler that holds the loop for 10 ms limits the whole process to 100 such requests a second, however many cores the machine has.

Median time of one call, and the 99th percentile where the two are far apart:

| call | median | 99th percentile |
| --- | ---: | ---: |
| \`fs.existsSync\`, \`fs.statSync\` | 0.003–0.005 ms | |
| \`fs.readFileSync\`, 4 KB | 0.012 ms | |
| \`fs.writeFileSync\`, 4 KB | 0.30 ms | |
| \`fs.readdirSync\`, 100 entries | 0.51 ms | |
| \`fs.readFileSync\`, 1 MB | 0.83 ms | 8.4 ms |
| \`better-sqlite3\`, insert with fsync | 1.2 ms | |
| \`child_process.execSync("true")\` | 5.1 ms | 31 ms |
| \`child_process.execFileSync("true")\` | 5.8 ms | 78 ms |
| \`fs.cpSync\`, small tree | 7.3 ms | |
| \`fs.rmSync\`, small tree | 8.9 ms | |
| \`better-sqlite3\`, scan of 100,000 rows | 10.9 ms | |

These are a local disk and a command that does nothing. A network file system, a busy disk or a real command has no upper limit.

## What it finds

Every synchronous call that an entry point reaches: HTTP, WebSocket and RPC handlers, middleware, hooks, timers, event listeners, callbacks of asynchronous APIs. The call may be any number of helpers and files away, renamed, destructured, re-exported, or passed around as a value. The report is on the blocking call itself, once, however many entry points reach it, and the message names the path from one of them.

## What it leaves alone

- Start-up: the top level of modules, bootstrap functions, constructors of singletons. Reading a certificate before \`listen()\` delays nobody.
- Results that are kept (\`cache ??= readFileSync(…)\`, \`once(…)\`), because the call runs at most once.
- Worker threads and child processes, which have a loop of their own.
- Scripts, tests and code that only runs in development.
- Functions that nothing is known to call. How many calls could not be followed is counted: \`loopguard stats\` shows it.
- Calls under 0.05 ms, such as \`existsSync\`, unless they are made in a loop. Set \`minCost\` to \`0\` to see them, on a network file system for example.

To accept one call, use ESLint's own comment and say why: \`// eslint-disable-next-line loopguard/no-sync-io -- 200 bytes, once per deployment\`.

## When not to use it

Command-line tools and build scripts have nobody waiting. Neither has a serverless function that handles one request per process at a time. Where type information is too expensive, use \`no-sync-in-async\`, which looks at one file at a time.
`,
  invalid: [
    {
      title: "A read behind a helper, for every request",
      code: `import { readFileSync } from "node:fs";
import express from "express";

const app = express();

function loadTemplate(name: string): string {
  return readFileSync(\`templates/\${name}.html\`, "utf8");
}

app.get("/invoice", (request, response) => {
  response.send(loadTemplate("invoice"));
});
`,
    },
    {
      title: "A command on a timer: everybody waits for it once a minute",
      code: `import { execSync } from "node:child_process";

let freeSpace = "";

function measureFreeSpace(): void {
  freeSpace = execSync("df --output=avail /", { encoding: "utf8" });
}

setInterval(measureFreeSpace, 60_000);
`,
    },
    {
      title: "Renamed, and called from a callback that is not async",
      code: `import * as files from "node:fs";
import { createServer } from "node:http";

const list = files.readdirSync;

createServer((request, response) => {
  response.end(list("uploads").join("\\n"));
}).listen(8080);
`,
    },
  ],
  valid: [
    {
      title: "The asynchronous twin",
      code: `import { readFile } from "node:fs/promises";
import express from "express";

const app = express();

app.get("/invoice", async (request, response) => {
  response.send(await readFile("templates/invoice.html", "utf8"));
});
`,
    },
    {
      title: "While the process starts",
      code: `import { readFileSync } from "node:fs";
import { createServer } from "node:https";

function readCertificate() {
  return { key: readFileSync("server.key"), cert: readFileSync("server.crt") };
}

createServer(readCertificate(), (request, response) => {
  response.end("hello");
}).listen(8443);
`,
    },
    {
      title: "Read once, then kept",
      code: `import { readFileSync } from "node:fs";
import express from "express";

const app = express();
let template: string | undefined;

app.get("/invoice", (request, response) => {
  template ??= readFileSync("templates/invoice.html", "utf8");
  response.send(template);
});
`,
    },
  ],
};
