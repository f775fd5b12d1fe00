const { execSync } = require("child_process");
const { setTimeout } = require("unlimited-timeout");

class Monitor {
  start() {
    this.next = setTimeout(() => this.beat(), 1000);
  }

  beat() {
    execSync("ping -c 1 localhost");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: setTimeout callback → beat → child_process.execSync
  }
}

new Monitor().start();
