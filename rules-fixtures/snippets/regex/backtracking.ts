import express from "express";

const app = express();
const DURATION = /^([\d.,]+)\s?(\w+)$/;

app.post("/direct", (request, response) => {
  const { duration } = request.body;
  response.json(DURATION.exec(duration));
//              ^^^^^^^^^^^^^^^^^^^^^^^ no-slow-regex probable: POST /direct → /^([\d.,]+)\s?(\w+)$/
});

app.post("/variable", (request, response) => {
  const text = `${request.body.duration}`.trim();
  response.json(text.match(/^([\d.,]+)\s?(\w+)$/));
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-slow-regex probable: POST /variable → /^([\d.,]+)\s?(\w+)$/
});

function parseDuration(duration: string): boolean {
  return DURATION.test(duration);
//       ^^^^^^^^^^^^^^^^^^^^^^^ no-slow-regex probable: POST /behind-helpers → parseDurations → parseDuration → /^([\d.,]+)\s?(\w+)$/
}

function parseDurations({ durations }: { durations: string[] }): boolean[] {
  return durations.map((duration) => parseDuration(duration));
}

app.post("/behind-helpers", (request, response) => {
  response.json(parseDurations(request.body));
});

app.get("/limited-by-the-server", (request, response) => {
  response.json(/^(a+)+$/.test(String(request.query["text"])));
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-slow-regex probable: GET /limited-by-the-server → /^(a+)+$/
});

const patterns = { duration: /^([\d.,]+)\s?(\w+)$/ };

app.post("/kept-in-an-object", (request, response) => {
  response.json(patterns.duration.test(request.body.duration));
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-slow-regex probable: POST /kept-in-an-object → /^([\d.,]+)\s?(\w+)$/
});

class Durations {
  static readonly #PATTERN = /^([\d.,]+)\s?(\w+)$/;
  isOne({ text }: { text: string }): boolean {
    return Durations.#PATTERN.test(text);
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-slow-regex probable: POST /kept-in-a-class → isOne → /^([\d.,]+)\s?(\w+)$/
  }
}

app.post("/kept-in-a-class", (request, response) => {
  response.json(new Durations().isOne({ text: request.body.duration }));
});

function withoutSpaces(text: string): string {
  const trimmed = text.trim();
  return trimmed.replaceAll(" ", "");
}

const firstOf = (texts: readonly string[]): string => texts[0] ?? "";

app.post("/through-a-function", (request, response) => {
  response.json(DURATION.test(withoutSpaces(request.body.duration)));
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-slow-regex probable: POST /through-a-function → /^([\d.,]+)\s?(\w+)$/
});

app.post("/through-an-arrow", (request, response) => {
  response.json(firstOf(request.body.durations).match(DURATION));
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-slow-regex probable: POST /through-an-arrow → /^([\d.,]+)\s?(\w+)$/
});
