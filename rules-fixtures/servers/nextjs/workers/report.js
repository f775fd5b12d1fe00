import { pbkdf2Sync } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";

parentPort.postMessage(pbkdf2Sync("report", "gallery", workerData.paintings, 4, "sha256").length === 4);
