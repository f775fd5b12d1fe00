// @valid
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

/**
 * Reads from tmpfs.
 *
 * @nonblocking
 */
function state(): string {
  return readFileSync("/dev/shm/state", "utf8");
}

createServer((_request, response) => {
  response.end(state());
});
