/** Loops that let others run, before and after; or the reason why others must not. */
import assert from "node:assert/strict";
import path from "node:path";

import { type CombinedFix, fixAll, fixOf } from "@loopguard/engine";

import { INSTALLED } from "./check-fixtures.js";
import { edited, type Files, open, type Opened, typeErrors } from "./fixing.js";

const MARKED = { at: `${INSTALLED.at}/marked`, from: path.join(INSTALLED.from, "marked") };

interface Example {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

const PAUSED: readonly Example[] = [
  {
    name: "a loop over what was sent, by the work of a round",
    before: `
import { createServer } from "node:http";
import { json } from "node:stream/consumers";

createServer(async (request, response) => {
  const { known, wanted } = (await json(request)) as { known: string[]; wanted: string[] };
  const missing: string[] = [];
  // What nobody has
  for (const id of wanted) {
    if (id === "") continue;
    if (!known.includes(id)) missing.push(id);
  }
  response.end(missing.join());
}).listen(8080);
`,
    after: `
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { scheduler } from "node:timers/promises";

createServer(async (request, response) => {
  const { known, wanted } = (await json(request)) as { known: string[]; wanted: string[] };
  const missing: string[] = [];
  // What nobody has
  let rounds = 0;
  for (const id of wanted) {
    if (++rounds % 100 === 0) await scheduler.yield();
    if (id === "") continue;
    if (!known.includes(id)) missing.push(id);
  }
  response.end(missing.join());
}).listen(8080);
`,
  },
  {
    name: "a loop in a loop, whose rounds are counted together",
    before: `
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
createServer(async (request, response) => {
  const { left, right } = (await json(request)) as { left: number[]; right: number[] }
  let same = 0
  for (const one of left)
    for (const other of right)
      if (one === other) same++
  response.end(String(same))
}).listen(8080)
`,
    after: `
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { scheduler } from 'node:timers/promises'
createServer(async (request, response) => {
  const { left, right } = (await json(request)) as { left: number[]; right: number[] }
  let same = 0
  let rounds = 0
  for (const one of left)
    for (const other of right) {
      if (++rounds % 10000 === 0) await scheduler.yield();
      if (one === other) same++
    }
  response.end(String(same))
}).listen(8080)
`,
  },
  {
    name: "many rounds on one line, under a name that is free, and a label",
    before: `
import { createServer } from "node:http";
const ROUNDS = 5_000_000;
createServer(async (request, response) => {
  const rounds = Number(request.url);
  let sum = 0;
  if (rounds > 0) outer: for (let i = 0; i < ROUNDS; i++) { sum += i % rounds; if (sum < 0) continue outer; }
  response.end(String(sum));
}).listen(8080);
`,
    after: `
import { createServer } from "node:http";
import { scheduler } from "node:timers/promises";
const ROUNDS = 5_000_000;
createServer(async (request, response) => {
  const rounds = Number(request.url);
  let sum = 0;
  if (rounds > 0) { let rounds2 = 0; outer: for (let i = 0; i < ROUNDS; i++) { if (++rounds2 % 10000 === 0) await scheduler.yield(); sum += i % rounds; if (sum < 0) continue outer; } }
  response.end(String(sum));
}).listen(8080);
`,
  },
  {
    name: "an await that lets nobody run, without braces",
    before: `
import { createServer } from "node:http";
createServer(async (request, response) => {
  let left = Number(request.url);
  while (left-- > 0) await Promise.resolve();
  response.end("done");
}).listen(8080);
`,
    after: `
import { createServer } from "node:http";
import { scheduler } from "node:timers/promises";
createServer(async (request, response) => {
  let left = Number(request.url);
  let rounds = 0;
  while (left-- > 0) { if (++rounds % 10000 === 0) await scheduler.yield(); await Promise.resolve(); }
  response.end("done");
}).listen(8080);
`,
  },
];

/** Of a call that takes long by itself, each round is one. */
const CALLS: Example = {
  name: "long calls in a loop",
  before: `
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { marked } from "marked";
createServer(async (request, response) => {
  const pages: unknown[] = [];
  for (const each of (await json(request)) as string[]) {
    pages.push(marked.parse(each));
  }
  response.end(String(pages.length));
}).listen(8080);
`,
  after: `
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { marked } from "marked";
import { scheduler } from "node:timers/promises";
createServer(async (request, response) => {
  const pages: unknown[] = [];
  for (const each of (await json(request)) as string[]) {
    await scheduler.yield();
    pages.push(marked.parse(each));
  }
  response.end(String(pages.length));
}).listen(8080);
`,
};

/** In a handler of `known` and `wanted`, with a module around it. */
const REFUSED: readonly { readonly name: string; readonly code: string; readonly reason: string }[] = [
  {
    name: "in a function that cannot wait",
    code: handler(`
  const count = (): number => {
    let found = 0;
    for (const id of wanted) if (known.includes(id)) found++;
    return found;
  };
  response.end(String(count()));`),
    reason: "The function count is not asynchronous.",
  },
  {
    name: "in callbacks of arrays",
    code: handler(`
  response.end(wanted.filter((id) => known.includes(id)).join());`),
    reason: "wanted.filter does not wait between its elements: a loop would.",
  },
  {
    name: "where the loop changes what others see",
    code: handler(
      `
  for (const id of wanted) if (known.includes(id)) seats.delete(id);
  response.end(String(seats.size));`,
      "const seats = new Set<string>();",
    ),
    reason: "The loop changes seats: others would see it half done.",
  },
  {
    name: "where what the loop calls changes what others see",
    code: handler(
      `
  for (const id of wanted) if (known.includes(id)) take(id);
  response.end(String(taken));`,
      "let taken = 0;\nfunction take(id: string): void {\n  taken += id.length;\n}",
    ),
    reason: "The loop changes taken in @:7: others would see it half done.",
  },
  {
    name: "where others may change what the loop reads",
    code: handler(
      `
  const free: string[] = [];
  for (const id of wanted) if (known.includes(id) && !seats.has(id)) free.push(id);
  for (const id of free) seats.add(id);
  response.end(free.join());`,
      "const seats = new Set<string>();",
    ),
    reason: "The loop reads seats, which @:10 may change in between.",
  },
  {
    name: "where others may change what the loop goes over",
    code: handler(
      `
  const found: string[] = [];
  for (const id of sessions) found.push(marked.parse(id) as string);
  response.end([...found, ...known, ...wanted].join());`,
      "const sessions = new Set(await json(process.stdin) as string[]);",
    ),
    reason: "The loop goes over sessions, which others can change in between.",
  },
  {
    name: "where what the loop goes over is read meanwhile",
    code: handler(
      `
  const found: string[] = [];
  for (const id of rows(wanted)) found.push(marked.parse(id) as string);
  response.end([...found, ...known].join());`,
      "function* rows(names: string[]): Generator<string> {\n  yield* names;\n}",
    ),
    reason: "What rows gives may have to be read without a pause.",
  },
  {
    name: "where listeners would be added too late",
    code: handler(`
  let found = 0;
  for (const id of wanted) if (known.includes(id)) found++;
  request.on("close", () => console.log(found));
  response.end(String(found));`),
    reason: "@:10 adds listeners afterwards: what is emitted meanwhile would be lost.",
  },
];

function handler(body: string, module = ""): string {
  return `
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { marked } from "marked";
${module}
createServer(async (request, response) => {
  const { known, wanted } = (await json(request)) as { known: string[]; wanted: string[] };${body}
}).listen(8080);
`;
}

describe("letting others run", function () {
  this.timeout(120_000);
  const sources = named([...PAUSED, CALLS].map(({ before }) => before));
  let combined: CombinedFix;
  let fixed: Files;

  before(() => {
    const { project, findings } = opened(sources);
    combined = fixAll(project, findings, "yield");
    fixed = edited(sources, combined.files);
  });

  for (const [index, { name, after }] of [...PAUSED, CALLS].entries()) {
    it(name, () => {
      assert.equal(fixed[fileOf(index)], after);
    });
  }

  it("type-checks, and is offered once", () => {
    assert.deepEqual(typeErrors(fixed, [MARKED]), []);
    const { project, findings } = opened(fixed);
    assert.deepEqual(
      findings.map((finding) => fixOf(project, finding, "yield")),
      [{ reason: "The loop awaits already: others run in between." }],
      "only the long calls are still there",
    );
  });

  it("uses what the Node has that the package is for", () => {
    const files: Files = { ...named([CALLS.before]), "package.json": '{"type":"module","engines":{"node":">=16"}}' };
    const { project, findings } = opened(files);
    const [after] = Object.values(edited(named([CALLS.before]), fixAll(project, findings, "yield").files));
    assert.match(after ?? "", /import \{ setImmediate \} from "node:timers\/promises";/u);
    assert.match(after ?? "", /\n {4}await setImmediate\(\);\n/u);
  });

  describe("is refused", () => {
    let found: Opened;

    before(() => {
      found = opened(named(REFUSED.map(({ code }) => code)));
    });

    for (const [index, { name, reason }] of REFUSED.entries()) {
      it(name, () => {
        const own = found.findings.filter(({ location }) => location.file.endsWith(`/${fileOf(index)}`));
        assert.deepEqual(
          own.map((finding) => fixOf(found.project, finding, "yield")),
          [{ reason: reason.replace("@:", `${fileOf(index)}:`) }],
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

/** Of loops, and of calls in loops. */
function opened(files: Files): Opened {
  const { project, findings } = open(files, [MARKED]);
  return { project, findings: findings.filter(({ kind, context }) => kind !== "sync-io" && context === "loop") };
}
