import { pbkdf2Sync } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";

const { weeks } = workerData as { weeks: number };
parentPort?.postMessage(pbkdf2Sync("forecast", "clinic", weeks, 4, "sha256").readUInt32BE());
