/** All workloads, by module. */
import type { Workloads } from "../workload.js";
import { nodeCrypto } from "./node-crypto.js";
import { nodeData } from "./node-data.js";
import { nodeFiles } from "./node-files.js";
import { nodeProcesses } from "./node-processes.js";
import { passwords } from "./passwords.js";

/** By area, as the measurements are kept. */
export const areas: Readonly<Record<string, Workloads>> = {
  "node-crypto": nodeCrypto,
  "node-data": nodeData,
  "node-files": nodeFiles,
  "node-processes": nodeProcesses,
  passwords,
};

export const workloads: Workloads = Object.assign({}, ...Object.values(areas)) as Workloads;
