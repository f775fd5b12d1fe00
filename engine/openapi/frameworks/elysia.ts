/** Elysia: a context that reads, schemas beside handlers and around them, and what handlers return is sent. */
import type { Conventions, OptionsShape } from "../conventions.js";
import { fetchReads, fetchResponse } from "./fetch.js";

const hooks = ["transform", "resolve", "derive", "beforeHandle"];

/** A status without a body is sent with its name. */
const sent = { sends: true, status: "0", body: "1", emptyAs: "text/plain" } as const;

/** Those of a route, of a group of them, or of all that follow. */
function optionsAt(at: string): OptionsShape {
  return {
    at: [at, `${at}.detail`],
    parts: { body: "body", query: "query", params: "path", headers: "header", cookie: "cookie" },
    before: hooks.map((hook) => `${at}.${hook}`),
    responses: "response",
    texts: { summary: "summary", description: "description", operationId: "operationId" },
    tags: "tags",
    failure: 422,
    failureError: "ValidationError",
  };
}

export const elysia: Conventions = {
  frameworks: ["Elysia"],
  roles: ["context"],
  reads: [
    { at: "context.params", part: "path" },
    { at: "context.query", part: "query" },
    { at: "context.headers", part: "header" },
    { at: "context.cookie", part: "cookie" },
    { at: "context.body", part: "body" },
    ...fetchReads("context.request"),
  ],
  responses: [
    {
      at: ["context"],
      members: {
        status: sent,
        error: sent,
        redirect: { sends: true, status: ["1", "302"], isRedirect: true },
      },
    },
    { at: ["context.set"], members: { "status=": { status: "0" }, "redirect=": { status: 302, isRedirect: true } } },
    {
      at: ["elysia#status", "elysia#error"],
      members: { "()": sent },
    },
    { at: ["elysia#redirect"], members: { "()": { sends: true, status: ["1", "302"], isRedirect: true } } },
    { at: ["elysia#file"], members: { "()": { sends: true, contentType: "application/octet-stream" } } },
    fetchResponse,
  ],
  errorClasses: { elysia: { NotFoundError: 404, InvalidCookieSignature: 400, ParseError: 400 } },
  errorStatus: ["status"],
  around: [
    { members: ["onRequest", "onBeforeHandle", "derive", "resolve", "onTransform"], roles: ["context"] },
    { members: ["onError"], roles: ["context"], answersErrors: true },
    { members: ["guard"], roles: ["context"], options: optionsAt("0") },
    { members: ["group"], roles: ["context"], options: optionsAt("1") },
    { members: ["model"], roles: [], namesSchemas: true },
  ],
  options: optionsAt("2"),
  failureBody: {
    type: "object",
    properties: {
      type: { type: "string" },
      on: { type: "string" },
      property: { type: "string" },
      message: { type: "string" },
      summary: { type: "string" },
    },
    required: ["type", "on"],
  },
  result: { status: 200, constant: "1" },
  text: "text/plain",
  sentAsText: ["string", "number", "integer", "boolean"],
};
