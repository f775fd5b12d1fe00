import zlib from "node:zlib";

const bids = Array.from({ length: 10_000 }, (_, i) => `lot ${(i * 7919) % 10_007}: ${(i * 31) % 97}`).join("\n");

export function packedHistory(): Buffer {
  return zlib.brotliCompressSync(bids);
}
