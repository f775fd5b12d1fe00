import { pbkdf2Sync } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";

/** Slow on purpose, and welcome here: a worker has no one else to serve. */
parentPort?.postMessage(pbkdf2Sync(workerData as string, "notice-board", 200_000, 32, "sha512").toString("hex"));
