/** Functions called `…Sync` that take no time of their own, and why: they get no row. */

export const notBlocking: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "node:stream/iter": {
    fromSync: "It only wraps its input; the work is done by whoever reads.",
    pullSync: "It only wraps its input; the work is done by whoever reads.",
    shareSync: "It only wraps its input; the work is done by whoever reads.",
    tapSync: "It only wraps its callback; the work is done by whoever reads.",
    toReadableSync: "It only wraps its input; the work is done by whoever reads.",
  },
  "node:zlib/iter": {
    compressBrotliSync: "It only creates a transform; the work is done by whoever reads.",
    compressDeflateSync: "It only creates a transform; the work is done by whoever reads.",
    compressGzipSync: "It only creates a transform; the work is done by whoever reads.",
    compressZstdSync: "It only creates a transform; the work is done by whoever reads.",
    decompressBrotliSync: "It only creates a transform; the work is done by whoever reads.",
    decompressDeflateSync: "It only creates a transform; the work is done by whoever reads.",
    decompressGzipSync: "It only creates a transform; the work is done by whoever reads.",
    decompressZstdSync: "It only creates a transform; the work is done by whoever reads.",
  },
};
