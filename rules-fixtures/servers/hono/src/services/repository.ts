import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";

export interface Recipe {
  readonly id: string;
  readonly title: string;
}

export interface RecipeRepository {
  list(): Promise<Recipe[]>;
  find(id: string): Recipe;
}

export class FileRecipes implements RecipeRepository {
  constructor(private readonly directory: URL) {}

  async list(): Promise<Recipe[]> {
    return JSON.parse(await readFile(this.locate("recipes"), "utf8")) as Recipe[];
  }

  find(id: string): Recipe {
    return JSON.parse(readFileSync(this.locate(id), "utf8")) as Recipe;
  }

  private locate(name: string): URL {
    return new URL(`${name}.json`, this.directory);
  }
}
