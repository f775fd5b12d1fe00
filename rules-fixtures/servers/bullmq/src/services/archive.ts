import { scryptSync } from "node:crypto";
import { appendFile } from "node:fs/promises";

class Archive {
  private readonly marks = new Map<string, string>();

  file(letter: string): void {
    const mark = scryptSync(letter, "archive", 8, { N: 2 ** 16, r: 8, maxmem: 2 ** 27 });
    this.marks.set(letter, mark.toString("hex"));
  }

  async report(letter: string): Promise<void> {
    await appendFile(new URL("../../data/failed.log", import.meta.url), `${letter}\n`);
  }

  markOf(letter: string): string | undefined {
    return this.marks.get(letter);
  }

  get size(): number {
    return this.marks.size;
  }
}

export const archive = new Archive();
