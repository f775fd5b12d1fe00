const { pbkdf2Sync } = require("crypto");
const workerpool = require("workerpool");

workerpool.worker({
  derive(password) {
    return pbkdf2Sync(password, "salt", 100_000, 64, "sha512");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ worker
  },
});
