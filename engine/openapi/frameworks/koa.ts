/** Koa: what is assigned to the context is sent. */
import type { Conventions } from "../conventions.js";

export const koa: Conventions = {
  frameworks: ["Koa router"],
  roles: ["context", "next"],
  reads: ["context", "context.request"].flatMap((request) => [
    { at: `${request}.params`, part: "path" as const },
    { at: `${request}.query`, part: "query" as const },
    { at: `${request}.headers`, part: "header" as const },
    { at: `${request}.header`, part: "header" as const },
    { at: `${request}.get()`, part: "header" as const, named: 0 },
    { at: "context.cookies.get()", part: "cookie" as const, named: 0 },
    { at: "context.request.body", part: "body" as const },
    { at: "context.request.files", part: "body" as const, contentType: "multipart/form-data", file: { isArray: true } },
  ]),
  whole: {
    at: ["context", "context.request"],
    parts: { params: "path", query: "query", body: "body", headers: "header" },
  },
  responses: [
    {
      at: ["context", "context.response"],
      members: {
        "status=": { status: "0" },
        "body=": { sends: true, body: "0", isDeferred: true },
        "type=": { typeAt: "0" },
        set: { header: { name: "0", value: "1" }, headersAt: "0" },
        attachment: { typeAt: "0", contentType: "application/octet-stream" },
        redirect: { sends: true, status: 302, isRedirect: true },
        render: { sends: true, contentType: "text/html" },
      },
    },
  ],
  around: [
    { members: ["use"], roles: ["context", "next"] },
    { members: ["param"], roles: ["value", "context", "next"] },
  ],
  errorStatus: ["status", "statusCode"],
  errors: [
    { at: "context.throw()", status: ["0", "500"], contentType: "text/plain" },
    { at: "context.assert()", status: ["1", "500"], contentType: "text/plain" },
    { at: "http-errors#default()", status: "0", contentType: "text/plain" },
  ],
  text: "text/plain",
};
