import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";

class Settings {
  static #instance: Settings | undefined;

  readonly text = readFileSync("settings.json", "utf8");
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ once

  static get instance(): Settings {
    return (this.#instance ??= new Settings());
  }

  get size(): number {
    return statSync("settings.json").size;
//         ^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → size → fs.statSync
  }
}

createServer((_request, response) => {
  response.end(Settings.instance.text + String(Settings.instance.size));
});
