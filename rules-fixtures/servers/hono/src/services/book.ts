import { promisify } from "node:util";
import { deflate, deflateSync } from "node:zlib";

const pages = Array.from(
  { length: 400_000 },
  (_, page) => `${(page * 7919) % 10_007} g of ${(page * 104_729) % 1_299_709}`,
);
const chapters = [pages.slice(0, 10).join("\n"), pages.slice(10).join("\n")];

const deflated = promisify<string, Buffer>(deflate);

export const book = {
  *parts(): Generator<string> {
    yield* chapters;
  },
  pack(part: string): Uint8Array<ArrayBuffer> {
    return new Uint8Array(deflateSync(part));
  },
  async packLater(part: string): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await deflated(part));
  },
};
