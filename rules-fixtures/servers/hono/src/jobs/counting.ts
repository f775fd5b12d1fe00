import { readdir } from "node:fs/promises";

export function startCounting(every: number): void {
  setInterval(() => void countFiles(), every).unref();
}

async function countFiles(): Promise<void> {
  const files = await readdir(new URL("../../data/", import.meta.url));
  console.log(`recipes counted: ${files.length > 0}`);
}
