/** Every measurement, by canonical module name. */
import type { Measurements } from "../measurement.js";
import { nodeCrypto } from "./node-crypto.js";
import { nodeData } from "./node-data.js";
import { nodeFiles } from "./node-files.js";
import { nodeProcesses } from "./node-processes.js";
import { passwords } from "./passwords.js";

export const measurements: Measurements = { ...nodeCrypto, ...nodeData, ...nodeFiles, ...nodeProcesses, ...passwords };
