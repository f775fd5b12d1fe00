const { readFileSync } = require("fs");
const session = require("express-session");

class FileStore extends session.Store {
  get(id, callback) {
    callback(null, JSON.parse(readFileSync(`sessions/${id}.json`, "utf8")));
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: session store FileStore → get → fs.readFileSync
  }
}

module.exports = session({ secret: "…", store: new FileStore(), genid: () => readFileSync("/dev/urandom", "hex") });
//                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: session genid → genid → fs.readFileSync
