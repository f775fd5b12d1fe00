/** Checks an OpenAPI document with two validators, whose oversights are not the same. */
import { BaseResolver, createConfig, lintDocument, Source } from "@redocly/openapi-core";
import { Validator } from "@seriousme/openapi-schema-validator";
import type { OpenApiDocument } from "@loopguard/engine";

/** Compiles the specification's own schema for each version once. */
const validator = new Validator();
/** The rules that the specification itself implies. */
const configuration = createConfig({ extends: ["spec"] });

/** @returns what is wrong with it, a sentence each; nothing where it is valid */
export async function validateDocument(document: OpenApiDocument): Promise<readonly string[]> {
  return [...(await faultsBySchema(document)), ...(await faultsByRules(document))];
}

async function faultsBySchema(document: OpenApiDocument): Promise<string[]> {
  // It writes into what it is given.
  const { valid, errors } = await validator.validate(structuredClone(document) as unknown as Record<string, unknown>);
  if (valid) return [];
  if (typeof errors === "string") return [errors];
  return (errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? "is wrong"}`);
}

async function faultsByRules(document: OpenApiDocument): Promise<string[]> {
  const problems = await lintDocument({
    document: { source: new Source("openapi.json", ""), parsed: document },
    config: await configuration,
    externalRefResolver: new BaseResolver(),
  });
  return problems
    .filter(({ severity }) => severity === "error")
    .map(({ message, location }) => `${location[0]?.pointer ?? ""} ${message}`);
}
