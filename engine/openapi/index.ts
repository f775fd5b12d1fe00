/** The OpenAPI document that a project's routes and types imply. */
export type {
  MediaType,
  Method,
  OpenApiDocument,
  OpenApiInfo,
  OpenApiVersion,
  Operation as OpenApiOperation,
  Parameter,
  PathItem,
  RequestBody,
  Response as OpenApiResponse,
  SecurityScheme,
} from "./document.js";
export {
  openApiDocument,
  type ApiDocument,
  type DocumentedOperation,
  type DocumentOptions,
  type DocumentProblem,
} from "./generate.js";
export { type Api, apisOf } from "./apis.js";
export { dispatchedRoutes } from "./dispatched.js";
export { documentedFrameworks } from "./frameworks/index.js";
export { compareDocuments, type ApiChange } from "./compare.js";
export { inVersion } from "./versions.js";
export { packageInfo } from "./info.js";
