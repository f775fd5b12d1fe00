import * as fs from "node:fs";
import { gzip, gzipSync } from "node:zlib";

const file = (name) => new URL(`../../data/${name}`, import.meta.url);

export async function listWorks() {
  return JSON.parse(await fs.promises.readFile(file("works.json"), "utf8"));
}

export function readHouseRules() {
  return fs.readFileSync(file("house-rules.txt"), "utf8");
}

export const streamHouseRules = () => fs.createReadStream(file("house-rules.txt"));

const index = Array.from({ length: 500_000 }, (_, i) => `${(i * 7919) % 10_007};${(i * 104_729) % 1_299_709}`).join(
  "\n",
);

export const packIndex = () => gzipSync(index, { level: 9 });

export const packIndexLater = (done) => gzip(index, { level: 9 }, done);
