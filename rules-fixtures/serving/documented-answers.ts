/** Documents against the servers that they describe: requests made from a document are sent, and the answers must match it. */
import { dispatchedRoutes, type OpenApiDocument, openApiDocument, type OpenApiOperation } from "@loopguard/engine";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { type AnalysedServer, analyseServer } from "./named.js";
import type { ServerFixture } from "./requests.js";

interface SentRequest {
  /** Its body is not as the document wants it. */
  readonly isInvalid?: boolean;
  readonly method: string;
  /** As the document has it. */
  readonly template: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * Sends the server requests that its document makes, with bodies that are not as it wants them among them, and those of
 * the server's own list.
 *
 * @param address of the server, which runs: `http://localhost:49152`
 * @returns a sentence for each answer that the document does not say
 * @throws when the document makes hardly any requests
 */
export async function undocumentedAnswers(
  server: ServerFixture,
  address: string,
  analysed: AnalysedServer = analyseServer(server.directory),
): Promise<readonly string[]> {
  const document = documentOf(analysed);
  const requests = [...requestsOf(document), ...invalidRequestsOf(document), ...knownRequests(server, document)];
  if (requests.length <= 10)
    throw new Error(`The document of ${server.name} makes ${String(requests.length)} requests.`);
  const faults: string[] = [];
  for (const request of requests) faults.push(...(await faultsOf(address, request, document)));
  return faults;
}

function documentOf({ project, analysis }: AnalysedServer): OpenApiDocument {
  const info = { title: "Server", version: "1.0.0" };
  return openApiDocument(project, [...analysis.routes, ...dispatchedRoutes(project)], { info }).document;
}

/** One of each operation, with values as simple as its schemas allow. */
function requestsOf(document: OpenApiDocument): SentRequest[] {
  return operationsOf(document).map(({ method, template, operation }) => {
    const url = template.replaceAll(/\{[^}]*\}/gu, "1");
    const query = (operation.parameters ?? []).filter((each) => each.in === "query" && each.required === true);
    const search = query.map(({ name }) => `${name}=1`).join("&");
    const body = operation.requestBody?.content["application/json"]?.schema;
    return {
      method,
      template,
      path: search === "" ? url : `${url}?${search}`,
      ...(body && { body: exampleOf(body as Schema, document) }),
    };
  });
}

/** For each required property of a body, one request without it, and for each property one with another type in it. */
function invalidRequestsOf(document: OpenApiDocument): SentRequest[] {
  const parameters = requestsOf(document);
  return operationsOf(document).flatMap(({ operation }, index) => {
    const request = parameters[index];
    const schema = operation.requestBody?.content["application/json"]?.schema;
    const { properties = {}, required = [] } = schema ? resolved(schema as Schema, document) : {};
    const valid = request?.body;
    if (!request || typeof valid !== "object" || valid === null) return [];
    const bodies = [
      ...required.map((name) => ({ ...valid, [name]: undefined })),
      ...Object.entries(properties).flatMap(([name, property]) => {
        const { type } = resolved(property, document);
        return type === undefined ? [] : [{ ...valid, [name]: type === "object" ? "text" : { not: "wanted" } }];
      }),
    ];
    return bodies.map((body) => ({ ...request, body, isInvalid: true }));
  });
}

/** Those of the server's own list that its document describes. */
function knownRequests({ requests }: ServerFixture, document: OpenApiDocument): SentRequest[] {
  const templates = operationsOf(document);
  return requests.flatMap((request) => {
    if (!("path" in request) || request.form !== undefined) return [];
    const { pathname } = new URL(request.path, "http://server");
    const found = templates
      .filter(({ method, template }) => method === request.method.toLowerCase() && matches(template, pathname))
      .sort((a, b) => a.template.split("{").length - b.template.split("{").length)[0];
    if (!found) return [];
    const { path, headers, body } = request;
    return [{ method: found.method, template: found.template, path, ...(headers && { headers }), body }];
  });
}

function matches(template: string, path: string): boolean {
  const pattern = template.split(/\{[^}]*\}/u).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`));
  return new RegExp(`^${pattern.join("[^/]+")}$`, "u").test(path);
}

interface Described {
  readonly method: string;
  readonly template: string;
  readonly operation: OpenApiOperation;
}

function operationsOf({ paths }: OpenApiDocument): Described[] {
  return Object.entries(paths).flatMap(([template, item]) =>
    Object.entries(item as Readonly<Record<string, OpenApiOperation>>).map(([method, operation]) => ({
      method,
      template,
      operation,
    })),
  );
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
}

function resolved(schema: Schema, document: OpenApiDocument): Schema {
  if (schema.$ref === undefined) return schema;
  const name = schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1);
  return resolved((document.components?.schemas?.[name] ?? {}) as Schema, document);
}

function exampleOf(written: Schema, document: OpenApiDocument): unknown {
  const schema = resolved(written, document);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.type === "number" || schema.type === "integer") return 1;
  if (schema.type === "boolean") return true;
  if (schema.type === "array") return schema.items ? [exampleOf(schema.items, document)] : [];
  if (schema.type !== "object") return "text";
  const properties = Object.entries(schema.properties ?? {});
  return Object.fromEntries(properties.map(([name, each]) => [name, exampleOf(each, document)]));
}

/** What requests are answered with that are not as the document wants them. */
const REFUSALS = ["400", "422"];

/** What of the answer the document does not say. A crash of the handler is nobody's documented answer. */
async function faultsOf(address: string, request: SentRequest, document: OpenApiDocument): Promise<string[]> {
  const { method, template, path, headers = {}, body, isInvalid = false } = request;
  const isText = typeof body === "string";
  const response = await fetch(new URL(path, address), {
    method: method.toUpperCase(),
    redirect: "manual",
    headers: { ...(body !== undefined && !isText && { "content-type": "application/json" }), ...headers },
    ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  if (response.status >= 500) return [];
  const found = operationsOf(document).find((each) => each.method === method && each.template === template);
  const { responses = {} } = found?.operation ?? {};
  const documented = responses[String(response.status)] ?? responses["default"];
  const name = `${method.toUpperCase()} ${path}${isInvalid ? ` with ${JSON.stringify(body)}` : ""}`;
  const isChecked = REFUSALS.some((status) => responses[status]);
  if (isInvalid && isChecked && response.ok) return [`${name}: the answer is ${response.status}`];
  if (!documented) return [`${name}: the answer ${response.status} is not documented`];
  const [contentType = ""] = (response.headers.get("content-type") ?? "").split(";");
  if (text === "" || documented.content === undefined) return [];
  const media = documented.content[contentType];
  if (!media)
    return [`${name}: ${response.status} is ${contentType}, not ${Object.keys(documented.content).join(", ")}`];
  if (!contentType.includes("json") || !media.schema) return [];
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const { components } = document;
  const validate = ajv.compile({ ...media.schema, components });
  return validate(JSON.parse(text)) ? [] : [`${name}: ${ajv.errorsText(validate.errors)}: ${text.slice(0, 100)}`];
}
