import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";

let ready: Promise<string> | undefined;

async function load(): Promise<string> {
  await Promise.resolve();
  return readFileSync("model.json", "utf8");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ once
}

function model(): Promise<string> {
  return (ready ??= load());
}

async function measure(): Promise<number> {
  await Promise.resolve();
  return statSync("model.json").size;
//       ^^^^^^^^^^^^^^^^^^^^^^ startup
}

const size = measure();

createServer(async (_request, response) => {
  response.end((await model()) + String(await size));
});
