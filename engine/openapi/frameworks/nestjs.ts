/** NestJS: decorators say what parameters are, and what methods return is sent. */
import type { Conventions } from "../conventions.js";
import { express, expressResponse } from "./express.js";

const HTTP = "host.switchToHttp()";

/** What is read of the request, which contexts of execution lead to as well. */
const reads = express.reads.flatMap((shape) => [
  shape,
  { ...shape, at: shape.at.replace(/^request/u, `${HTTP}.getRequest()`) },
]);

export const nestjs: Conventions = {
  frameworks: ["NestJS"],
  roles: [],
  reads,
  responses: [{ ...expressResponse, at: [...expressResponse.at, `${HTTP}.getResponse()`] }],
  around: [{ members: ["use"], roles: ["request", "response", "next"] }],
  companions: [
    {
      decorators: ["UseGuards"],
      members: ["useGlobalGuards"],
      provided: ["APP_GUARD"],
      method: "canActivate",
      roles: ["host"],
      refusal: 403,
    },
    {
      decorators: ["UseInterceptors"],
      members: ["useGlobalInterceptors"],
      provided: ["APP_INTERCEPTOR"],
      method: "intercept",
      roles: ["host"],
    },
    {
      decorators: ["UsePipes", "Param", "Query", "Body"],
      members: ["useGlobalPipes"],
      provided: ["APP_PIPE"],
      method: "transform",
      roles: ["value"],
    },
    {
      decorators: ["UseFilters"],
      members: ["useGlobalFilters"],
      provided: ["APP_FILTER"],
      method: "catch",
      roles: ["error", "host"],
      catches: "Catch",
    },
  ],
  metadata: {
    sets: "@nestjs/common#SetMetadata()",
    reads: ["get", "getAll", "getAllAndOverride", "getAllAndMerge"],
  },
  knownCompanions: {
    "@nestjs/throttler#ThrottlerGuard": 429,
    "@nestjs/common#ParseIntPipe": 400,
    "@nestjs/common#ParseFloatPipe": 400,
    "@nestjs/common#ParseBoolPipe": 400,
    "@nestjs/common#ParseUUIDPipe": 400,
    "@nestjs/common#ParseEnumPipe": 400,
    "@nestjs/common#ParseArrayPipe": 400,
    "@nestjs/common#ParseDatePipe": 400,
    "@nestjs/common#ParseFilePipe": 400,
  },
  classValidation: { at: "@nestjs/common#ValidationPipe", status: 400 },
  decorators: {
    parameters: {
      Param: { part: "path" },
      Query: { part: "query" },
      Headers: { part: "header" },
      Body: { part: "body" },
      UploadedFile: { part: "body", contentType: "multipart/form-data", file: {} },
      UploadedFiles: { part: "body", contentType: "multipart/form-data", file: { isArray: true } },
      TypedParam: { part: "path" },
      TypedQuery: { part: "query" },
      TypedHeaders: { part: "header" },
      TypedBody: { part: "body", contentType: "application/json" },
      EncryptedBody: { part: "body", contentType: "text/plain" },
    },
    roles: { Req: "request", Request: "request", Res: "response", Response: "response" },
    pipes: {
      ParseIntPipe: { type: "integer" },
      ParseFloatPipe: { type: "number" },
      ParseBoolPipe: { type: "boolean" },
      ParseUUIDPipe: { type: "string", format: "uuid" },
      ParseDatePipe: { type: "string", format: "date-time" },
    },
    encrypted: { EncryptedRoute: "text/plain" },
    status: ["HttpCode"],
    redirect: ["Redirect"],
  },
  errors: [{ at: "new @nestjs/common#HttpException", status: "1" }],
  errorClasses: {
    "@nestjs/common": {
      BadRequestException: 400,
      UnauthorizedException: 401,
      ForbiddenException: 403,
      NotFoundException: 404,
      MethodNotAllowedException: 405,
      NotAcceptableException: 406,
      RequestTimeoutException: 408,
      ConflictException: 409,
      GoneException: 410,
      PreconditionFailedException: 412,
      PayloadTooLargeException: 413,
      UnsupportedMediaTypeException: 415,
      ImATeapotException: 418,
      MisdirectedException: 421,
      UnprocessableEntityException: 422,
      InternalServerErrorException: 500,
      NotImplementedException: 501,
      BadGatewayException: 502,
      ServiceUnavailableException: 503,
      GatewayTimeoutException: 504,
      HttpVersionNotSupportedException: 505,
    },
  },
  errorBody: {
    type: "object",
    properties: {
      statusCode: { type: "integer" },
      message: { anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }] },
      error: { type: "string" },
    },
    required: ["statusCode", "message"],
  },
  result: { status: 200, byMethod: { post: 201 } },
  text: "text/html",
};
