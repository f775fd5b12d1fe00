/** What is built for every request moves to module scope, before and after; or the reason why it stays. */
import assert from "node:assert/strict";

import { fixAll, fixOf } from "@loopguard/engine";

import { edited, type Files, open, type Opened, typeErrors } from "./fixing.js";

const DECLARED: Files = {
  "node_modules/ajv/package.json": JSON.stringify({ name: "ajv", types: "index.d.ts" }),
  "node_modules/ajv/index.d.ts": `
export interface Validate {
  (data: unknown): boolean;
  errors?: object[];
}
export class Ajv {
  compile(schema: object): Validate;
}`,
  "node_modules/zod/package.json": JSON.stringify({ name: "zod", types: "index.d.ts" }),
  "node_modules/zod/index.d.ts": `
interface Schema { parse(data: unknown): unknown; strict(): Schema }
export const z: { object(shape: object): Schema; string(): Schema };`,
  "node_modules/@aws-sdk/client-s3/package.json": JSON.stringify({ name: "@aws-sdk/client-s3", types: "index.d.ts" }),
  "node_modules/@aws-sdk/client-s3/index.d.ts": `
export class S3Client {
  constructor(configuration: { region?: string | undefined });
  send(command: object): Promise<void>;
  destroy(): void;
}`,
};

interface Example {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

const HOISTED: readonly Example[] = [
  {
    name: "a constant goes up as it is, with its comment",
    before: `
import { Ajv } from "ajv";
import { createServer } from "node:http";

const ajv = new Ajv();

// Takes orders
createServer((request, response) => {
  // What an order has to have
  const validate = ajv.compile({
    type: "object",
    required: ["item"], // and nothing else
  });
  response.statusCode = validate(request.headers) ? 201 : 400;
  response.end();
}).listen(8080);
`,
    after: `
import { Ajv } from "ajv";
import { createServer } from "node:http";

const ajv = new Ajv();

// What an order has to have
const validate = ajv.compile({
  type: "object",
  required: ["item"], // and nothing else
});

// Takes orders
createServer((request, response) => {
  response.statusCode = validate(request.headers) ? 201 : 400;
  response.end();
}).listen(8080);
`,
  },
  {
    name: "an expression gets a name that nothing else has",
    before: `
import { createServer } from "node:http"

function price(amount: number): string {
  const numberFormat = "de-DE"
  return numberFormat + new Intl.NumberFormat("de-DE", { style: "currency", currency: "EUR" }).format(amount)
}

createServer((request, response) => response.end(price(Number(request.url)))).listen(8080)
`,
    after: `
import { createServer } from "node:http"

const formatter = new Intl.NumberFormat("de-DE", { style: "currency", currency: "EUR" })

function price(amount: number): string {
  const numberFormat = "de-DE"
  return numberFormat + formatter.format(amount)
}

createServer((request, response) => response.end(price(Number(request.url)))).listen(8080)
`,
  },
  {
    name: "a name that is used for something else is given another one",
    before: `
import { createServer } from "node:http";
import { z } from "zod";

createServer((request, response) => {
  const order = z.object({ item: z.string() });
  response.end(String(order.parse(request.headers)));
}).listen(8080);

export const order = "the latest";
`,
    after: `
import { createServer } from "node:http";
import { z } from "zod";

const schema = z.object({ item: z.string() });

createServer((request, response) => {
  const order = schema;
  response.end(String(order.parse(request.headers)));
}).listen(8080);

export const order = "the latest";
`,
  },
  {
    name: "a class's method",
    before: `
import { createServer } from "node:http";

class Prices {
  readonly count = 1;
  print(amount: number): string {
    return new Intl.DateTimeFormat("de").format(amount) + String(this.count);
  }
}

const prices = new Prices();
createServer((request, response) => response.end(prices.print(Number(request.url)))).listen(8080);
`,
    after: `
import { createServer } from "node:http";

const dateTimeFormat = new Intl.DateTimeFormat("de");

class Prices {
  readonly count = 1;
  print(amount: number): string {
    return dateTimeFormat.format(amount) + String(this.count);
  }
}

const prices = new Prices();
createServer((request, response) => response.end(prices.print(Number(request.url)))).listen(8080);
`,
  },
];

const handler = (imports: string, code: string, below = ""): string =>
  `import { createServer } from "node:http";\n${imports}\ncreateServer(async (request, response) => {\n${code}\n}).listen(8080);\n${below}`;

const REFUSED: readonly { readonly name: string; readonly code: string; readonly reason: string }[] = [
  {
    name: "something that is closed again",
    code: handler(
      `import { S3Client } from "@aws-sdk/client-s3";`,
      `  const client = new S3Client({ region: "eu-west-1" });
  await client.send({});
  client.destroy();`,
    ),
    reason: "client.destroy changes it for one request alone.",
  },
  {
    name: "what depends on the environment",
    code: handler(
      `import { S3Client } from "@aws-sdk/client-s3";`,
      `  await new S3Client({ region: process.env.REGION }).send({});`,
    ),
    reason: "process may be something else when the module is loaded.",
  },
  {
    name: "what is made of something further down",
    code: handler(
      `import { Ajv } from "ajv";`,
      `  response.end(String(ajv.compile({})(request.headers)));`,
      `const ajv = new Ajv();\n`,
    ),
    reason: "ajv is only there further down in the module.",
  },
  {
    name: "a result that other requests change in between",
    code: handler(
      `import { Ajv } from "ajv";\nconst ajv = new Ajv();`,
      `  const validate = ajv.compile({});
  const isValid = validate(request.headers);
  await Promise.resolve();
  response.end(JSON.stringify([isValid, validate.errors]));`,
    ),
    reason: "validate.errors is read after an await: by then another request may have changed it.",
  },
  {
    name: "what may fail, and is caught",
    code: handler(
      `import { Ajv } from "ajv";\nconst ajv = new Ajv();`,
      `  try {
    response.end(String(ajv.compile({})(request.headers)));
  } catch {
    response.end();
  }`,
    ),
    reason: "Its failure is caught here, and would not be at module scope.",
  },
];

describe("hoisting", function () {
  this.timeout(120_000);
  const sources = named(HOISTED.map(({ before }) => before));
  let fixed: Files;

  before(() => {
    const { project, findings } = opened(sources);
    const { files, refused } = fixAll(project, findings.filter(isSetup), "local");
    assert.deepEqual(refused, []);
    fixed = edited(sources, files);
  });

  for (const [index, { name, after }] of HOISTED.entries()) {
    it(name, () => {
      assert.equal(fixed[fileOf(index)], after);
    });
  }

  it("type-checks, and leaves nothing to hoist", () => {
    assert.deepEqual(typeErrors({ ...DECLARED, ...fixed }), []);
    assert.deepEqual(opened(fixed).findings.filter(isSetup), []);
  });

  describe("is refused for", () => {
    let found: Opened;

    before(() => {
      found = opened(named(REFUSED.map(({ code }) => code)));
    });

    for (const [index, { name, reason }] of REFUSED.entries()) {
      it(name, () => {
        const own = found.findings.filter(({ location }) => location.file.endsWith(`/${fileOf(index)}`));
        assert.deepEqual(
          own.filter(isSetup).map((finding) => fixOf(found.project, finding, "local")),
          [{ reason }],
        );
      });
    }
  });
});

function named(texts: readonly string[]): Files {
  return Object.fromEntries(texts.map((text, index) => [fileOf(index), text]));
}

function fileOf(index: number): string {
  return `case${String(index)}.ts`;
}

function opened(files: Files): Opened {
  return open({ ...DECLARED, ...files });
}

function isSetup({ rule, context }: Opened["findings"][number]): boolean {
  return rule === "no-setup-in-handler" && context === "loop";
}
