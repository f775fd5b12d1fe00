/** The catalogue: what blocks the event loop, what it costs, and what to use instead. */
import { nodePackages } from "./node/index.js";
import { archivesImagesDocuments } from "./packages/archives-images-documents.js";
import { compilers } from "./packages/compilers.js";
import { data } from "./packages/data.js";
import { databases } from "./packages/databases.js";
import { fileHelpers } from "./packages/file-helpers.js";
import { parsersTemplates } from "./packages/parsers-templates.js";
import { passwords } from "./packages/passwords.js";
import { processes } from "./packages/processes.js";
import { setUps } from "./packages/set-up.js";
import type { CataloguePackage } from "./row.js";

/** One entry per module. Modules of Node's core are named with their `node:` prefix; `global` needs no import. */
export const catalogue: readonly CataloguePackage[] = [
  ...nodePackages,
  ...passwords,
  ...databases,
  ...fileHelpers,
  ...processes,
  ...archivesImagesDocuments,
  ...parsersTemplates,
  ...compilers,
  ...data,
  ...setUps,
];
