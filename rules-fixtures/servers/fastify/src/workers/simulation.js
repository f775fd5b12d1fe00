import { pbkdf2Sync } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";

parentPort.postMessage(pbkdf2Sync("simulation", "weather", workerData.steps, 4, "sha256").readUInt32BE() > 0);
