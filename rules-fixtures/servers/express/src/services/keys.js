const crypto = require("node:crypto");

const SALT = "bookshop";
const ITERATIONS = 900_000;

const derive = crypto.pbkdf2Sync;

exports.hashKey = (key) => derive(key, SALT, ITERATIONS, 32, "sha256").toString("hex");

/** Enough for something that nobody wants to guess. */
exports.hashOfPlate = (plate) => derive(plate, SALT, 40_000, 32, "sha512").toString("hex");
