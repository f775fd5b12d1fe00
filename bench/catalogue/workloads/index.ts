/** All workloads, by module. */
import type { Workloads } from "../workload.js";
import { nodeFiles } from "./node-files.js";
import { passwords } from "./passwords.js";

/** By area, as the measurements are kept. */
export const areas: Readonly<Record<string, Workloads>> = {
  "node-files": nodeFiles,
  passwords,
};

export const workloads: Workloads = Object.assign({}, ...Object.values(areas)) as Workloads;
