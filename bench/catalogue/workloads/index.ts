/** All workloads, by module. */
import type { Workloads } from "../workload.js";
import { archives } from "./archives.js";
import { compilers } from "./compilers.js";
import { data } from "./data.js";
import { databases } from "./databases.js";
import { fileHelpers } from "./file-helpers.js";
import { imagesDocuments } from "./images-documents.js";
import { nodeCrypto } from "./node-crypto.js";
import { nodeData } from "./node-data.js";
import { nodeFiles } from "./node-files.js";
import { nodeProcesses } from "./node-processes.js";
import { parsersMarkup } from "./parsers-markup.js";
import { passwords } from "./passwords.js";
import { processes } from "./processes.js";
import { setUp } from "./set-up.js";
import { templates } from "./templates.js";

/** By area, as the measurements are kept. */
export const areas: Readonly<Record<string, Workloads>> = {
  archives,
  compilers,
  data,
  databases,
  "file-helpers": fileHelpers,
  "images-documents": imagesDocuments,
  "node-crypto": nodeCrypto,
  "node-data": nodeData,
  "node-files": nodeFiles,
  "node-processes": nodeProcesses,
  "parsers-markup": parsersMarkup,
  passwords,
  processes,
  "set-up": setUp,
  templates,
};

export const workloads: Workloads = Object.assign({}, ...Object.values(areas)) as Workloads;
