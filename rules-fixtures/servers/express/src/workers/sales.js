const { pbkdf2Sync } = require("node:crypto");

/** A thread of its own may take as long as it likes. */
module.exports = ({ year }) => pbkdf2Sync("sales", String(year), 500_000, 4, "sha256").readUInt32BE() > 0;
