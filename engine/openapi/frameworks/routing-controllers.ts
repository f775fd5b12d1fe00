/** routing-controllers: decorators say what parameters are, and what methods return is sent. */
import type { Conventions } from "../conventions.js";
import { express, expressResponse } from "./express.js";

export const routingControllers: Conventions = {
  frameworks: ["routing-controllers"],
  roles: [],
  reads: express.reads,
  responses: [expressResponse],
  companions: [
    { decorators: ["UseBefore"], members: [], provided: [], method: "use", roles: ["request", "response", "next"] },
  ],
  decorators: {
    parameters: {
      Param: { part: "path" },
      Params: { part: "path" },
      QueryParam: { part: "query" },
      QueryParams: { part: "query" },
      HeaderParam: { part: "header" },
      HeaderParams: { part: "header" },
      CookieParam: { part: "cookie" },
      CookieParams: { part: "cookie" },
      Body: { part: "body" },
      BodyParam: { part: "body" },
      UploadedFile: { part: "body", contentType: "multipart/form-data", file: {} },
      UploadedFiles: { part: "body", contentType: "multipart/form-data", file: { isArray: true } },
    },
    isOptional: true,
    roles: { Req: "request", Res: "response" },
    pipes: {},
    status: ["HttpCode"],
    nothing: ["OnUndefined"],
    redirect: ["Redirect"],
  },
  classValidation: { status: 400 },
  errors: [{ at: "new routing-controllers#HttpError", status: "0" }],
  errorClasses: {
    "routing-controllers": {
      BadRequestError: 400,
      UnauthorizedError: 401,
      ForbiddenError: 403,
      NotFoundError: 404,
      MethodNotAllowedError: 405,
      NotAcceptableError: 406,
      InternalServerError: 500,
    },
  },
  errorStatus: ["httpCode"],
  errorBody: {
    type: "object",
    properties: { name: { type: "string" }, message: { type: "string" } },
    required: ["name"],
  },
  result: { status: 200, nothing: 404 },
  text: "text/html",
};
