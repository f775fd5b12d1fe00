/** The thread that checks a document: it loads the validators, and runs them once, before there is anything to check. */
import { parentPort, workerData } from "node:worker_threads";
import type { OpenApiDocument, OpenApiVersion } from "@loopguard/engine";
import { validateDocument } from "./validate-document.js";

const version = workerData as OpenApiVersion;
const SMALLEST: OpenApiDocument = { openapi: `${version}.0`, info: { title: "", version: "" }, paths: {} };

await validateDocument(SMALLEST);
parentPort?.on("message", (document: OpenApiDocument) => {
  void validateDocument(document).then((faults) => {
    parentPort?.postMessage(faults);
  });
});
