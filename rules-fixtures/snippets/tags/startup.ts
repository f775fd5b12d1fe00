import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";

/**
 * Runs before the first request is let in: the process manager sees to that.
 *
 * @startup
 */
const loadConfiguration = (): string => readFileSync("config.json", "utf8");
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup

class Cache {
  /** @startup */
  prime = (): number => statSync("cache.db").size;
//                      ^^^^^^^^^^^^^^^^^^^^ startup

  /**
   * What it costs was measured.
   *
   * @blocking 0.02ms
   * @returns the size in bytes
   */
  size(): number {
    return statSync("cache.db").size;
//         ^^^^^^^^^^^^^^^^^^^^ unknown
  }
}

const cache = new Cache();

createServer((request, response) => {
  if (request.url === "/prime") response.end(loadConfiguration() + String(cache.prime()));
  else response.end(String(cache.size()));
//                         ^^^^^^^^^^^^ no-sync-cpu definite: HTTP request → size
});
