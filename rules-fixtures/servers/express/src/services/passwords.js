const { scrypt, scryptSync } = require("node:crypto");
const { promisify } = require("node:util");

const scryptAsync = promisify(scrypt);
const OPTIONS = { N: 2 ** 16, r: 8, p: 1, maxmem: 2 ** 27 };

class Passwords {
  constructor(salt) {
    this.salt = salt;
  }

  hash(password) {
    return scryptSync(password, this.salt, 32, OPTIONS).toString("hex");
  }

  async verify(password, hash) {
    const key = await scryptAsync(password, this.salt, 32, OPTIONS);
    return key.toString("hex") === hash;
  }
}

module.exports = { passwords: new Passwords("bookshop") };
