/** Express, and what answers as it does. */
import type { Conventions, ResponseShape } from "../conventions.js";

/** As Express's `res`; other frameworks hand it to handlers, too. */
export const expressResponse: ResponseShape = {
  at: ["response", "request.res"],
  members: {
    status: { status: "0" },
    "statusCode=": { status: "0" },
    writeHead: { status: "0", headersAt: "1" },
    type: { typeAt: "0" },
    contentType: { typeAt: "0" },
    set: { header: { name: "0", value: "1" }, headersAt: "0" },
    header: { header: { name: "0", value: "1" }, headersAt: "0" },
    setHeader: { header: { name: "0", value: "1" } },
    append: { header: { name: "0", value: "1" } },
    attachment: { contentType: "application/octet-stream" },
    json: { sends: true, body: "0", contentType: "application/json" },
    jsonp: { sends: true, body: "0", contentType: "application/json" },
    send: { sends: true, body: "0" },
    end: { sends: true, body: "0" },
    sendStatus: { sends: true, status: "0", contentType: "text/plain" },
    redirect: { sends: true, status: ["0", "302"], isRedirect: true },
    sendFile: { sends: true, contentType: "application/octet-stream" },
    sendfile: { sends: true, contentType: "application/octet-stream" },
    download: { sends: true, contentType: "application/octet-stream" },
    render: { sends: true, contentType: "text/html" },
  },
};

export const express: Conventions = {
  frameworks: ["Express", "untyped receivers"],
  roles: ["request", "response", "next"],
  reads: [
    { at: "request.params", part: "path" },
    { at: "request.query", part: "query" },
    { at: "request.body", part: "body" },
    { at: "request.headers", part: "header" },
    { at: "request.get()", part: "header", named: 0 },
    { at: "request.header()", part: "header", named: 0 },
    { at: "request.cookies", part: "cookie" },
    { at: "request.signedCookies", part: "cookie" },
    { at: "request.file", part: "body", contentType: "multipart/form-data", file: {} },
    { at: "request.files", part: "body", contentType: "multipart/form-data", file: { isArray: true } },
  ],
  responses: [expressResponse],
  errorClasses: {
    "http-errors": {
      BadRequest: 400, Unauthorized: 401, PaymentRequired: 402, Forbidden: 403, NotFound: 404, MethodNotAllowed: 405,
      NotAcceptable: 406, Conflict: 409, Gone: 410, PreconditionFailed: 412, PayloadTooLarge: 413,
      UnsupportedMediaType: 415, UnprocessableEntity: 422, TooManyRequests: 429, InternalServerError: 500,
      NotImplemented: 501, BadGateway: 502, ServiceUnavailable: 503,
    },
  },
  errors: [{ at: "http-errors#default()", status: "0" }],
  validators: [
    { at: "zod-express-middleware#validateRequestBody()", part: "body", schema: "0" },
    { at: "zod-express-middleware#validateRequestParams()", part: "path", schema: "0" },
    { at: "zod-express-middleware#validateRequestQuery()", part: "query", schema: "0" },
    { at: "zod-express-middleware#validateRequest()", part: "body", schema: "0.body" },
    { at: "zod-express-middleware#validateRequest()", part: "path", schema: "0.params" },
    { at: "zod-express-middleware#validateRequest()", part: "query", schema: "0.query" },
  ],
  text: "text/html",
};
