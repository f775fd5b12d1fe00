// @filename: settings.ts
import { readFileSync } from "node:fs";

class Settings {
  readonly #values: Record<string, string>;

  constructor() {
    this.#values = JSON.parse(readFileSync("settings.json", "utf8")) as Record<string, string>;
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
  }

  get(name: string): string | undefined {
    return this.#values[name];
  }
}

export const settings = new Settings();
// @filename: app.ts
import { createServer } from "node:http";
import { settings } from "./settings";

createServer((_request, response) => {
  response.end(settings.get("greeting"));
});
