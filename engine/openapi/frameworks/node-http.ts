/** Servers of Node itself: handlers that tell requests apart by comparing their methods and paths. */
import type { Conventions } from "../conventions.js";
import { express, expressResponse } from "./express.js";
import { fetchReads } from "./fetch.js";

const urls = ["global", "node:url", "url"].map((module) => `new ${module}#URL`);
const parsed = ["node:url", "url"].flatMap((module) => [`${module}#parse()`, `${module}#default.parse()`]);

export const nodeHttp: Conventions = {
  frameworks: ["node:http"],
  roles: ["request", "response"],
  method: "request.method",
  dispatch: {
    modules: ["node:http", "node:https", "node:http2"],
    makers: ["createServer", "createSecureServer"],
    paths: ["request.url", "request.url.split().0", ...[...urls, ...parsed].map((url) => `${url}.pathname`)],
  },
  reads: [
    ...fetchReads("request").filter(({ at }) => at.includes("#URL")),
    ...parsed.map((url) => ({ at: `${url}.query`, part: "query" as const })),
    { at: "request.headers", part: "header" },
    // What is parsed in a handler is what was sent: there is nothing else that reads bodies.
    { at: "global#JSON.parse()", part: "body", contentType: "application/json" },
  ],
  responses: [{ ...expressResponse, at: ["response"] }],
  errorStatus: express.errorStatus ?? [],
  text: "text/plain",
};
