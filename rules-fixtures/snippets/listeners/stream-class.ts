import { appendFileSync } from "node:fs";
import { Writable } from "node:stream";

export class LogStream extends Writable {
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    appendFileSync("out.log", chunk);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: stream chunk LogStream → _write → fs.appendFileSync
    done();
  }
}
