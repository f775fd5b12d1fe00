/** tsoa: decorators say what parameters are and what is answered, and what methods return is sent. */
import type { Conventions } from "../conventions.js";
import { express, expressResponse } from "./express.js";

export const tsoa: Conventions = {
  frameworks: ["tsoa"],
  isGenerator: true,
  roles: [],
  reads: express.reads,
  responses: [
    expressResponse,
    // `@Res() notFound: TsoaResponse<404, Problem>`
    { at: ["answer"], members: { "()": { sends: true, status: "0", body: "1" } } },
    { at: ["this"], members: { setStatus: { status: "0" }, setHeader: { header: { name: "0", value: "1" } } } },
  ],
  decorators: {
    parameters: {
      Path: { part: "path", isNamed: true },
      Query: { part: "query", isNamed: true },
      Queries: { part: "query" },
      Header: { part: "header", isNamed: true },
      Body: { part: "body" },
      BodyProp: { part: "body", isNamed: true },
      FormField: { part: "body", isNamed: true, contentType: "multipart/form-data" },
      UploadedFile: { part: "body", contentType: "multipart/form-data", file: {} },
      UploadedFiles: { part: "body", contentType: "multipart/form-data", file: { isArray: true } },
    },
    roles: { Request: "request", Res: "answer" },
    pipes: {},
    status: ["SuccessResponse"],
    redirect: [],
    answers: ["Response"],
    texts: { Tags: "tags", OperationId: "operationId" },
    hiding: ["Hidden"],
    deprecated: ["Deprecated"],
  },
  classValidation: { status: 400 },
  errorStatus: ["status", "statusCode"],
  result: { status: 200, nothing: 204 },
  text: "text/html",
};
