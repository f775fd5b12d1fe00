const { statSync } = require("fs");

class Monitor {
  start() {
    this.timer = setInterval(() => this.beat(), 1000);
  }

  beat() {
    this.size = statSync("data.db").size;
//              ^^^^^^^^^^^^^^^^^^^ no-sync-io definite: setInterval callback → beat → fs.statSync
  }
}

new Monitor().start();
