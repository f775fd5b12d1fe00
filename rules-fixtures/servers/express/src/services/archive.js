const zlib = require("node:zlib");

const rows = Array.from({ length: 8_000 }, (_, i) => `${i};book ${(i * 7919) % 10_007};${(i * 31) % 97}`).join("\n");

exports.archive = () => zlib.brotliCompressSync(rows);
exports.archiveLater = (callback) => zlib.brotliCompress(rows, callback);
