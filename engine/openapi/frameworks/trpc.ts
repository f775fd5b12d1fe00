/** tRPC: procedures that builders are told the schemas of, and whose results are sent in an envelope. */
import type { Conventions } from "../conventions.js";

/** By the names of tRPC's errors. */
const statuses: Readonly<Record<string, number>> = {
  PARSE_ERROR: 400,
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  PAYMENT_REQUIRED: 402,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_SUPPORTED: 405,
  TIMEOUT: 408,
  CONFLICT: 409,
  PRECONDITION_FAILED: 412,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  UNPROCESSABLE_CONTENT: 422,
  PRECONDITION_REQUIRED: 428,
  TOO_MANY_REQUESTS: 429,
  CLIENT_CLOSED_REQUEST: 499,
  INTERNAL_SERVER_ERROR: 500,
  NOT_IMPLEMENTED: 501,
  BAD_GATEWAY: 502,
  SERVICE_UNAVAILABLE: 503,
  GATEWAY_TIMEOUT: 504,
};

export const trpc: Conventions = {
  frameworks: ["tRPC"],
  roles: ["options"],
  reads: [],
  responses: [],
  procedures: {
    schemas: { input: "input", output: "output" },
    before: ["use"],
    middleware: ["middleware", "unstable_pipe"],
    parameter: "input",
    streams: { subscription: "text/event-stream" },
    envelope: ["result", "data"],
    transformed: { members: ["create"], option: "transformer", properties: ["json"] },
    failure: 400,
    unsupported: { status: 415, contentType: "text/plain" },
  },
  errors: [{ at: "new @trpc/server#TRPCError", status: "0.code", named: statuses }],
  errorBody: {
    type: "object",
    properties: {
      error: {
        type: "object",
        properties: {
          message: { type: "string" },
          code: { type: "integer" },
          data: {
            type: "object",
            properties: { code: { type: "string" }, httpStatus: { type: "integer" }, path: { type: "string" } },
            required: ["code", "httpStatus"],
          },
        },
        required: ["message", "code"],
      },
    },
    required: ["error"],
  },
  result: { status: 200 },
  text: "text/plain",
};
