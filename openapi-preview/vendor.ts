/** Copies Swagger UI and Redoc, as their makers bundled them, beside the page: a part of setting the checkout up. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { assetFile, type VendoredFile } from "./assets.js";

const require = createRequire(import.meta.url);
const swagger = path.dirname(require.resolve("swagger-ui-dist/package.json"));
const redoc = path.dirname(require.resolve("redoc/package.json"));

/** Where each of the files is in its package. */
const SOURCES: Readonly<Record<VendoredFile, string>> = {
  "swagger-ui-bundle.js": path.join(swagger, "swagger-ui-bundle.js"),
  "swagger-ui-bundle.js.LICENSE.txt": path.join(swagger, "swagger-ui-bundle.js.LICENSE.txt"),
  "swagger-ui.css": path.join(swagger, "swagger-ui.css"),
  "swagger-ui.LICENSE.txt": path.join(swagger, "LICENSE"),
  "swagger-ui.NOTICE.txt": path.join(swagger, "NOTICE"),
  "redoc.standalone.js": path.join(redoc, "bundles", "redoc.standalone.js"),
  "redoc.standalone.js.LICENSE.txt": path.join(redoc, "bundles", "redoc.standalone.js.LICENSE.txt"),
  "redoc.LICENSE.txt": path.join(redoc, "LICENSE"),
};

/** Its makers' logo, which Redoc would load from their server, is left out; the link to them stays. */
const LOGO = '"https://cdn.redoc.ly/redoc/logo-mini.svg"';

for (const [name, from] of Object.entries(SOURCES)) {
  const to = assetFile(name) ?? "";
  if (existsSync(to) && statSync(to).mtimeMs >= statSync(from).mtimeMs) continue;
  mkdirSync(path.dirname(to), { recursive: true });
  if (name === "redoc.standalone.js") writeFileSync(to, withoutLogo(readFileSync(from, "utf8")));
  else copyFileSync(from, to);
}

function withoutLogo(script: string): string {
  if (script.split(LOGO).length !== 2)
    throw new Error("Redoc's logo is not where it was: see whether it loads another.");
  return script.replace(LOGO, '"data:,"');
}
