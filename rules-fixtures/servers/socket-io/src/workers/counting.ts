import { pbkdf2Sync } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";

parentPort?.postMessage(pbkdf2Sync(String(workerData), "count", 500_000, 4, "sha256").readUInt32BE());
