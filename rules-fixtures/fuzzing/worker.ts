/** The thread that takes the inputs in, so that one that hangs can be ended. */
import { parentPort, workerData } from "node:worker_threads";
import { inputOf } from "./inputs.js";
import type { FuzzRange, FuzzMessage } from "./fuzz.js";
import { Session } from "./session.js";

const { corpus, first, end, compareEvery } = workerData as FuzzRange;
let session = new Session();
for (let number = first; number < end; number++) {
  send({ type: "begins", number });
  try {
    session.take(inputOf(corpus, number), number % compareEvery === 0);
  } catch (error) {
    send({ type: "failed", number, reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    session = new Session();
  }
}
send({ type: "begins", number: end });

function send(message: FuzzMessage): void {
  parentPort?.postMessage(message);
}
