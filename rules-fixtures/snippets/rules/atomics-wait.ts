import { createServer } from "node:http";

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-blocking-wait definite: HTTP request → sleep → Atomics.wait
}

createServer((_request, response) => {
  sleep(100);
  response.end();
});
