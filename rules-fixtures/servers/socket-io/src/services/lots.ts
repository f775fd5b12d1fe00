import { promises, readFileSync } from "node:fs";

interface Lot {
  readonly id: string;
  readonly title: string;
}

abstract class JsonFiles {
  protected abstract readonly directory: URL;

  protected read(name: string): unknown {
    return JSON.parse(readFileSync(new URL(`${name}.json`, this.directory), "utf8"));
  }

  protected async readLater(name: string): Promise<unknown> {
    return JSON.parse(await promises.readFile(new URL(`${name}.json`, this.directory), "utf8"));
  }
}

class Lots extends JsonFiles {
  protected readonly directory = new URL("../../data/", import.meta.url);

  one(id: string): Lot {
    return this.read(id) as Lot;
  }

  async list(): Promise<Lot[]> {
    return (await this.readLater("lots")) as Lot[];
  }
}

export const lots = new Lots();
