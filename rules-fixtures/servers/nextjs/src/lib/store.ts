import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";

export interface Painting {
  readonly id: string;
  readonly title: string;
}

const locate = (name: string): string => path.join(process.cwd(), "data", `${name}.json`);

export function load<T>(name: string): T {
  return JSON.parse(readFileSync(locate(name), "utf8")) as T;
}

export async function loadLater<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(locate(name), "utf8")) as T;
}
