import { gzip, gzipSync } from "node:zlib";
import { promisify } from "node:util";

const sheet = Array.from({ length: 400_000 }, (_, i) => `${(i * 7919) % 10_007};${(i * 104_729) % 1_299_709}`).join(
  "\n",
);

export const pack = (): Buffer => gzipSync(sheet, { level: 9 });
export const packLater = (): Promise<Buffer> => promisify<string, object, Buffer>(gzip)(sheet, { level: 9 });
