import { readFileSync } from "node:fs";
import { createServer } from "node:http";

class Templates {
  static #layout: string | undefined;

  static layout(): string {
    Templates.#layout ??= readFileSync("layout.html", "utf8");
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ once
    return Templates.#layout;
  }
}

createServer((_request, response) => {
  response.end(Templates.layout());
});
