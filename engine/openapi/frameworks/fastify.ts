/** Fastify: what handlers return is sent, and schemas stand among a route's options. */
import type { Conventions } from "../conventions.js";

export const fastify: Conventions = {
  frameworks: ["Fastify"],
  roles: ["request", "reply"],
  reads: [
    { at: "request.params", part: "path" },
    { at: "request.query", part: "query" },
    { at: "request.body", part: "body" },
    { at: "request.headers", part: "header" },
    { at: "request.cookies", part: "cookie" },
    { at: "request.file()", part: "body", contentType: "multipart/form-data", file: { name: "file" } },
    { at: "request.files()", part: "body", contentType: "multipart/form-data", file: { name: "files", isArray: true } },
  ],
  responses: [
    {
      at: ["reply"],
      members: {
        code: { status: "0" },
        status: { status: "0" },
        "statusCode=": { status: "0" },
        type: { typeAt: "0" },
        header: { header: { name: "0", value: "1" } },
        headers: { headersAt: "0" },
        setCookie: { sets: ["set-cookie"] },
        cookie: { sets: ["set-cookie"] },
        clearCookie: { sets: ["set-cookie"] },
        vary: { sets: ["vary"] },
        send: { sends: true, body: "0" },
        redirect: { sends: true, status: ["1", "0", "302"], isRedirect: true },
        sendFile: { sends: true, contentType: "application/octet-stream" },
        download: { sends: true, contentType: "application/octet-stream" },
        view: { sends: true, contentType: "text/html" },
        notFound: { sends: true, status: 404, contentType: "application/json" },
        badRequest: { sends: true, status: 400, contentType: "application/json" },
        unauthorized: { sends: true, status: 401, contentType: "application/json" },
        forbidden: { sends: true, status: 403, contentType: "application/json" },
        conflict: { sends: true, status: 409, contentType: "application/json" },
      },
    },
  ],
  errorStatus: ["statusCode", "status"],
  errors: [
    { at: "http-errors#default()", status: "0" },
    { at: "@fastify/error#default()", status: "2" },
  ],
  around: [
    {
      members: ["addHook"],
      events: ["onRequest", "preParsing", "preValidation", "preHandler"],
      roles: ["request", "reply"],
    },
    { members: ["setErrorHandler"], roles: ["error", "request", "reply"] },
  ],
  namedMembers: {
    puts: ["decorate"],
    known: {
      authenticate: { scheme: "bearer", status: 401 },
      verifyBearerAuth: { scheme: "bearer", status: 401 },
      basicAuth: { scheme: "basic", status: 401 },
    },
    combine: ["auth"],
  },
  options: {
    at: ["1.schema", "0.schema"],
    parts: { body: "body", querystring: "query", query: "query", params: "path", headers: "header" },
    before: ["1", "0"].flatMap((at) =>
      ["onRequest", "preParsing", "preValidation", "preHandler"].map((hook) => `${at}.${hook}`),
    ),
    responses: "response",
    texts: { summary: "summary", description: "description", operationId: "operationId" },
    tags: "tags",
    failure: 400,
    failureError: "FastifyError",
  },
  errorBody: {
    type: "object",
    properties: {
      statusCode: { type: "integer" },
      code: { type: "string" },
      error: { type: "string" },
      message: { type: "string" },
    },
    required: ["statusCode", "error", "message"],
  },
  result: { status: 200 },
  text: "text/plain",
};
