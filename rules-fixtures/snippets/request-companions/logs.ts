import { appendFileSync, readFileSync } from "node:fs";
import morgan from "morgan";
import pino from "pino";
import { format } from "winston";
import Transport from "winston-transport";

export class FileTransport extends Transport {
  override log(info: unknown, next: () => void) {
    appendFileSync("app.log", JSON.stringify(info));
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: log transport FileTransport → log → fs.appendFileSync
    next();
  }
}

export const lines = format.printf(({ message }) => `${readFileSync("host.txt", "utf8")} ${String(message)}`);
//                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: log format → fs.readFileSync

export const logger = pino({
  mixin: () => ({ host: readFileSync("host.txt", "utf8") }),
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: log mixin → mixin → fs.readFileSync
  base: { version: readFileSync("version.txt", "utf8") },
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
});

morgan.token("host", () => readFileSync("host.txt", "utf8"));
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: log token host → fs.readFileSync
