/** `no-sync-cpu`: library calls that compute on the event loop, those that only look asynchronous included. */
import type { RuleDeclaration } from "./rule.js";

export const noSyncCpu: RuleDeclaration = {
  name: "no-sync-cpu",
  description: "Disallow CPU-heavy library calls on the event loop, including those that only look asynchronous",
  kinds: ["cpu"],
  preset: "recommended",
  details: `
## Why it matters

Hashing a password takes as long as it takes to be safe. Done synchronously, every other client of the process waits that long too: with \`bcrypt.hashSync\` at cost factor 10, fifteen logins a second use up the whole event loop.

Median time of one call:

| call | median |
| --- | ---: |
| \`zlib.gzipSync\`, 60 KB | 0.62 ms |
| RSA signature | 0.93 ms |
| \`crypto.scryptSync\` | 34 ms |
| \`crypto.pbkdf2Sync\`, 100,000 iterations | 47 ms |
| \`bcrypt.hashSync\`, cost factor 10 | 65 ms |
| \`zlib.brotliCompressSync\`, 60 KB, default quality | 94 ms |
| \`bcryptjs.hashSync\`, cost factor 10 | 99 ms |
| \`crypto.generateKeyPairSync\`, RSA 2048 | 140 ms |

A promise or a callback is no proof that the work happens elsewhere. Asynchronous forms in measured runs, and the longest time the loop stood still meanwhile:

| call | run took | loop stood still |
| --- | ---: | ---: |
| \`bcrypt.hash\` | 390 ms | 18 ms |
| \`zlib.gzip\` | 428 ms | 8 ms |
| \`xml2js.parseStringPromise\` | 2,448 ms | 2,447 ms |
| \`sass.compileStringAsync\` | 2,062 ms | 2,062 ms |
| \`terser.minify\` | 5,379 ms | 5,379 ms |
| \`prettier.format\` | 3,253 ms | 3,186 ms |

## What it finds

Calls of the catalogue that compute for long: password hashing and key derivation, compression, key generation, archives, images and documents, parsers, templates and compilers. Calls whose asynchronous form does the same work on the same thread are found as well, and the message says so. As with \`no-sync-io\`, the call may be any number of helpers and files away from the entry point.

Iterations, cost factors, key sizes and qualities that are written out, also as constants of the project, decide what a call is said to take: \`pbkdf2Sync\` with 600,000 iterations takes six times as long as with 100,000.

An asynchronous function of the project is no different: what it computes before it first waits runs while its caller does. The message names it.

## What it leaves alone

- Asynchronous forms that really leave the thread: \`bcrypt.hash\`, \`crypto.scrypt\`, \`zlib.gzip\`, \`sharp\`.
- Start-up, results that are kept, worker threads, child processes, scripts and tests.
- The function given to a worker pool. Its arguments are still computed on the loop: in \`pool.run(await read(), hashSync(password))\` the hash is reported.
- Calls whose cost depends on their input and is small for usual input. Set \`minCost\` to \`0\` to see them.

To accept one call, use ESLint's own comment and say why: \`// eslint-disable-next-line loopguard/no-sync-cpu -- admin only, twice a year\`.

## When not to use it

In programs that serve nobody while they compute: build tools, batch jobs, command lines.
`,
  invalid: [
    {
      title: "A password check two calls below the handler",
      code: `import bcrypt from "bcrypt";
import express from "express";

interface User { readonly passwordHash: string }

const app = express();
const users = new Map<string, User>();

function isPasswordOf(user: User, password: string): boolean {
  return bcrypt.compareSync(password, user.passwordHash);
}

function authenticate(name: string, password: string): User | undefined {
  const user = users.get(name);
  return user && isPasswordOf(user, password) ? user : undefined;
}

app.post("/login", (request, response) => {
  response.sendStatus(authenticate(request.body.name, request.body.password) ? 204 : 401);
});
`,
    },
    {
      title: "Brotli at its default quality, for every response",
      code: `import { createServer } from "node:http";
import { brotliCompressSync } from "node:zlib";

createServer((request, response) => {
  response.setHeader("content-encoding", "br");
  response.end(brotliCompressSync(JSON.stringify({ path: request.url })));
}).listen(8080);
`,
    },
    {
      title: "A promise that is computed on the loop all the same",
      code: `import express from "express";
import { Jimp } from "jimp";

const app = express();

app.post("/thumbnail", express.raw({ type: "image/*" }), async (request, response) => {
  const image = await Jimp.read(request.body);
  response.type("png").send(await image.resize({ w: 200 }).getBuffer("image/png"));
});
`,
    },
  ],
  valid: [
    {
      title: "The asynchronous twin, in the thread pool",
      code: `import bcrypt from "bcrypt";
import express from "express";

const app = express();
const hashes = new Map<string, string>();

app.post("/login", async (request, response) => {
  const hash = hashes.get(request.body.name) ?? "";
  response.sendStatus((await bcrypt.compare(request.body.password, hash)) ? 204 : 401);
});
`,
    },
    {
      title: "A secret derived once, while the process starts",
      code: `import { createHmac, scryptSync } from "node:crypto";
import { createServer } from "node:http";

const key = scryptSync(process.env.SECRET ?? "", "cookies", 32);

createServer((request, response) => {
  response.end(createHmac("sha256", key).update(request.url ?? "").digest("hex"));
}).listen(8080);
`,
    },
  ],
};
