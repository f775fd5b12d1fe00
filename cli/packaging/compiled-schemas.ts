/** Compiles OpenAPI's own schemas into the bundle: at each start that would take longer than checking a document. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import ajvDraft04 from "ajv-draft-04";
import ajvFormats from "ajv-formats";
import type { Plugin } from "esbuild";

const VALIDATOR = fileURLToPath(import.meta.resolve("@seriousme/openapi-schema-validator"));
/** A folder for each version, which the validator reads from beside itself. */
export const SCHEMAS = path.join(path.dirname(VALIDATOR), "schemas");
const DRAFT_04 = "http://json-schema.org/draft-04/schema#";
const NAMESPACE = "compiled-schemas";

interface Schema {
  readonly id?: string;
  readonly $id?: string;
  readonly $schema: string;
}

/** Instead of compiling a schema, the validator finds the function that it compiles to. */
export const compiledSchemas: Plugin = {
  name: NAMESPACE,
  setup(bundle) {
    // Documents of version 2 are not written.
    const schemas = readdirSync(SCHEMAS)
      .filter((name) => name.startsWith("v3."))
      .map((name) => path.join(SCHEMAS, name, "schema.json"));
    bundle.onResolve({ filter: /^(?:ajv\/dist\/2020\.js|ajv-draft-04)$/ }, ({ importer }) =>
      importer === VALIDATOR ? { path: "compiler", namespace: NAMESPACE } : undefined,
    );
    bundle.onResolve({ filter: /^ajv-formats$/ }, ({ importer }) =>
      importer === VALIDATOR ? { path: "formats", namespace: NAMESPACE } : undefined,
    );
    bundle.onResolve({ filter: /schema\.json$/, namespace: NAMESPACE }, (asked) => ({
      path: asked.path,
      namespace: NAMESPACE,
    }));
    bundle.onLoad({ filter: /^compiler$/, namespace: NAMESPACE }, () => ({
      contents: compilerOf(schemas),
      resolveDir: SCHEMAS,
    }));
    // They are in what is compiled.
    bundle.onLoad({ filter: /^formats$/, namespace: NAMESPACE }, () => ({
      contents: "export default { default() {} };",
    }));
    bundle.onLoad({ filter: /schema\.json$/, namespace: NAMESPACE }, ({ path: file }) => ({
      contents: codeOf(readSchema(file)),
      resolveDir: SCHEMAS,
      watchFiles: [file],
    }));
  },
};

/** A module in place of Ajv's class. Code that is required is run when it is needed. */
function compilerOf(files: readonly string[]): string {
  const cases = files.map(
    (file) => `${JSON.stringify(idOf(readSchema(file)))}: () => require(${JSON.stringify(file)})`,
  );
  return `const compiled = { ${cases.join(", ")} };
export default class {
  addFormat() {}
  compile(schema) { return compiled[schema.$id ?? schema.id](); }
}`;
}

/** The code that the validator would make, by the options that it has. */
function codeOf(schema: Schema): string {
  const options = { strict: false, code: { source: true } };
  const ajv = schema.$schema === DRAFT_04 ? new ajvDraft04.default(options) : new Ajv2020(options);
  ajvFormats.default(ajv);
  ajv.addFormat("media-range", true);
  return standalone.default(ajv, ajv.compile(schema));
}

function readSchema(file: string): Schema {
  return JSON.parse(readFileSync(file, "utf8")) as Schema;
}

function idOf({ id, $id }: Schema): string {
  return $id ?? id ?? "";
}
