/** `no-setup-in-handler`: what is built for every request and could be built once. */
import type { RuleDeclaration } from "./rule.js";

export const noSetupInHandler: RuleDeclaration = {
  name: "no-setup-in-handler",
  description: "Disallow building the same schemas, templates, formatters, keys and clients for every request",
  kinds: ["cpu", "sync-io"],
  preset: "recommended",
  details: `
## Why it matters

Validators, templates and formatters are made to be slow to build and quick to use: building one compiles code, reads locale data or parses a key. Built in a handler, that is paid for every request, and the event loop stands still for it each time.

| call | median |
| --- | ---: |
| \`new Intl.NumberFormat\` | 0.01 ms |
| \`new Intl.DateTimeFormat\` | 0.054 ms |
| \`z.object\` of zod, four fields, with its first use | 0.15 ms |
| \`crypto.createPublicKey\`, RSA 2048 | 0.11 ms |
| \`crypto.createPrivateKey\`, RSA 2048 | 0.34 ms |
| \`Handlebars.compile\`, some lines | 0.58 ms |
| \`ajv.compile\`, 15 properties | 1.5 ms |
| \`getEncoding\` of \`js-tiktoken\` | 774 ms |
| \`ajv.compile\`, 1,500 properties | 18,800 ms |

Clients of databases and services are worse than slow: each opens connections of its own and uses none of those that are open.

## What it finds

Calls that an entry point reaches and that build the same thing every time, because everything they are given is a constant or belongs to the module: schemas, compiled templates, formatters of \`Intl\`, keys, clients, and \`require\`.

## What it leaves alone

- What depends on the request, or on anything else that the function knows: \`new Intl.NumberFormat(user.locale)\`. Calls that are slow whatever they build are reported by \`no-sync-cpu\` then.
- Module scope, start-up code, and results that are kept: \`validate ??= ajv.compile(schema)\`.
- What the instance knows (\`this.options\`): a class may have many instances.
- \`new RegExp("…")\`: V8 remembers what it compiled, and takes 0.0001 ms.
- What nobody can tell to be the same: the results of other functions among the arguments.

A \`require\` in a handler reads and runs the module for the first request that comes there; later ones find it loaded.

To accept one call, use ESLint's own comment and say why: \`// eslint-disable-next-line loopguard/no-setup-in-handler -- breaks an import cycle\`.

## When not to use it

Where each process handles one request and ends.
`,
  invalid: [
    {
      title: "A schema that is compiled for every request",
      code: `import { Ajv } from "ajv";
import express from "express";

const app = express();
const ajv = new Ajv();

app.post("/orders", (request, response) => {
  const validate = ajv.compile({ type: "object", required: ["item"] });
  response.sendStatus(validate(request.body) ? 201 : 400);
});
`,
    },
    {
      title: "A formatter behind a helper",
      code: `import express from "express";

const app = express();

function day(at: Date): string {
  return new Intl.DateTimeFormat("de-DE", { dateStyle: "long" }).format(at);
}

app.get("/today", (request, response) => {
  response.send(day(new Date()));
});
`,
    },
  ],
  valid: [
    {
      title: "Built once",
      code: `import express from "express";

const app = express();
const euros = new Intl.NumberFormat("de-DE", { style: "currency", currency: "EUR" });

app.get("/price", (request, response) => {
  response.send(euros.format(12));
});
`,
    },
    {
      title: "Another one for each request",
      code: `import express from "express";

const app = express();

app.get("/price", (request, response) => {
  const prices = new Intl.NumberFormat(request.headers["accept-language"]);
  response.send(prices.format(12));
});
`,
    },
  ],
};
