/** Every measurement, by canonical module name. */
import type { Measurements } from "../measurement.js";
import { nodeFiles } from "./node-files.js";
import { passwords } from "./passwords.js";

export const measurements: Measurements = { ...nodeFiles, ...passwords };
