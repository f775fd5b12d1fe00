/** `no-slow-regex`: regular expressions that backtrack over text from a request. */
import type { RuleDeclaration } from "./rule.js";

export const noSlowRegex: RuleDeclaration = {
  name: "no-slow-regex",
  description: "Disallow regular expressions that backtrack without end on long text from a request",
  kinds: ["regex"],
  certainty: ({ growth }) => (growth === "shift" ? "possible" : growth && "probable"),
  preset: "strict",
  details: `
## Why it matters

JavaScript's regular expressions try again: where two repetitions can match the same characters, they try every way to share them. A text that does not match in the end costs the square of its length, or worse, and nobody notices until somebody sends a long one. \`/^([\\d.,]+)\\s?(\\w+)$/\` is a real one: digits match both groups.

| length of the text | time |
| ---: | ---: |
| 10,000 | 134 ms |
| 20,000 | 620 ms |
| 40,000 | 2,454 ms |

## What it finds

A regular expression, written out or in a constant of the file, that

- takes more than linear time, as [scslre](https://github.com/RunDevelopment/scslre) tells from its structure,
- is matched with a text that a client sent: it is followed from the parameters of entry points through variables, destructuring, templates, and calls of functions,
- where nothing on the way limits the length of the text.

It is never more certain than \`probable\`. Expressions that are only slow because they are tried anew from every place of the text, such as \`/\\s+$/\`, are \`possible\`.

## What it leaves alone

- Text whose length is tested, \`if (text.length > 200) return\`, or that is cut: \`text.slice(0, 200)\`.
- Text that comes from elsewhere: files, configuration, databases, constants.
- What a function of the project or of a library gives back, such as the result of \`schema.parse(request.body)\`.
- Expressions that are put together at run time.

URLs and headers are limited by Node.js itself, to 16 KB together, which is enough for some hundred milliseconds; the message says so.

## Proof

What is said above follows from the expression's structure. Where [recheck](https://makenowjust-labs.github.io/recheck/) is there, the language server also runs the expressions of what it shows, in the background: recheck makes a text that an expression is slow for, and the message gets its time, such as “It took 260 ms for 16,386 characters: \`"," + "0".repeat(16384) + ","\`.” What is not slow for any text becomes \`possible\`. VS Code's extension brings recheck. Elsewhere \`npm install --save-dev recheck\` does, and \`loopguard check --confirm-regexes\` does the same on the command line.

## When not to use it

Where the text is matched by an engine without backtracking, such as RE2.
`,
  invalid: [
    {
      title: "Two repetitions that match the same characters",
      code: `import express from "express";

const app = express();
app.use(express.json());

function milliseconds(duration: string): number {
  const [, count, unit] = /^([\\d.,]+)\\s?(\\w+)$/.exec(duration) ?? [];
  return Number(count) * (unit === "s" ? 1000 : 1);
}

app.post("/cache", (request, response) => {
  response.json(milliseconds(request.body.duration));
});
`,
    },
  ],
  valid: [
    {
      title: "The length is tested first",
      code: `import express from "express";

const app = express();
app.use(express.json());

app.post("/cache", (request, response) => {
  const { duration } = request.body;
  if (duration.length > 20) return response.sendStatus(400);
  return response.json(/^([\\d.,]+)\\s?(\\w+)$/.exec(duration));
});
`,
    },
    {
      title: "An expression that can match in one way only",
      code: `import express from "express";

const app = express();
app.use(express.json());

app.post("/cache", (request, response) => {
  response.json(/^([\\d.,]+)\\s?([a-z]+)$/.exec(request.body.duration));
});
`,
    },
  ],
};
