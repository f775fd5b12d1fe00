/** Hono: a context that reads and answers, and validators among the handlers. */
import type { Conventions, PartNames, ValidatorShape } from "../conventions.js";
import { fetchReads, fetchResponse } from "./fetch.js";

const parts: PartNames = {
  json: { part: "body", contentType: "application/json" },
  form: { part: "body", contentType: "multipart/form-data" },
  query: { part: "query" },
  param: { part: "path" },
  header: { part: "header" },
  cookie: { part: "cookie" },
};

const validators: readonly ValidatorShape[] = [
  "@hono/zod-validator#zValidator()",
  "@hono/valibot-validator#vValidator()",
  "@hono/arktype-validator#arktypeValidator()",
  "@hono/typebox-validator#tbValidator()",
  "@hono/standard-validator#sValidator()",
  "hono-openapi#validator()",
  "hono-openapi/zod#validator()",
  "hono-openapi/valibot#validator()",
].map((at) => ({ at, part: { at: "0" }, schema: "1" }));

export const hono: Conventions = {
  frameworks: ["Hono"],
  roles: ["context"],
  reads: [
    { at: "context.req.param()", part: "path", named: 0 },
    { at: "context.req.query()", part: "query", named: 0 },
    { at: "context.req.queries()", part: "query", named: 0 },
    { at: "context.req.header()", part: "header", named: 0 },
    { at: "context.req.parseBody()", part: "body", contentType: "multipart/form-data" },
    ...fetchReads("context.req"),
    ...fetchReads("context.req.raw"),
    { at: "context.req.valid()", part: "body", partAt: 0, isChecked: true },
    { at: "hono/cookie#getCookie()", part: "cookie", named: 1 },
  ],
  responses: [
    {
      at: ["context"],
      members: {
        status: { status: "0" },
        header: { header: { name: "0", value: "1" } },
        json: { sends: true, body: "0", status: ["1", "1.status"], contentType: "application/json", headersAt: "2" },
        text: { sends: true, body: "0", status: ["1", "1.status"], contentType: "text/plain", headersAt: "2" },
        html: { sends: true, body: "0", status: ["1", "1.status"], contentType: "text/html", headersAt: "2" },
        body: { sends: true, body: "0", status: ["1", "1.status"], headersAt: "2" },
        newResponse: { sends: true, body: "0", status: ["1", "1.status"], headersAt: "2" },
        redirect: { sends: true, status: ["1", "302"], isRedirect: true },
        notFound: { sends: true, status: 404, contentType: "text/plain" },
        render: { sends: true, contentType: "text/html" },
      },
    },
    fetchResponse,
    { at: ["hono/streaming#stream"], members: { "()": { sends: true, contentType: "application/octet-stream" } } },
    { at: ["hono/streaming#streamText"], members: { "()": { sends: true, contentType: "text/plain" } } },
    { at: ["hono/streaming#streamSSE"], members: { "()": { sends: true, contentType: "text/event-stream" } } },
  ],
  errorPassed: ["error.getResponse()"],
  errors: [{ at: "new hono/http-exception#HTTPException", status: "0", contentType: "text/plain" }],
  around: [
    { members: ["use"], roles: ["context", "next"] },
    { members: ["onError"], roles: ["error", "context"] },
  ],
  parts,
  validators,
  descriptions: [
    { at: "hono-openapi#describeRoute()", wrappers: ["hono-openapi#resolver()"] },
    {
      at: "@hono/zod-openapi#createRoute()",
      request: { params: "path", query: "query", headers: "header", cookies: "cookie" },
    },
  ],
  middleware: [
    { at: "hono/validator#validator()", handler: "1", roles: ["value", "context"] },
    { at: "hono/factory#createMiddleware()", handler: "0", roles: ["context", "next"] },
    { at: "hono/factory#createFactory().createMiddleware()", handler: "0", roles: ["context", "next"] },
  ],
  text: "text/plain",
};
