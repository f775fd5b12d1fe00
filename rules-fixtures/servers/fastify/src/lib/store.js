import fs from "node:fs";
import { readFile } from "node:fs/promises";

class Store {
  #directory;

  constructor(directory) {
    this.#directory = directory;
  }

  async all() {
    return this.#parse(await readFile(this.#locate("stations"), "utf8"));
  }

  one(id) {
    return this.#parse(fs.readFileSync(this.#locate(id), "utf8"));
  }

  #locate(name) {
    return new URL(`${name}.json`, this.#directory);
  }

  #parse(text) {
    return JSON.parse(text);
  }
}

export const store = new Store(new URL("../../data/", import.meta.url));
