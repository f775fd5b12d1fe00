import { execSync } from "node:child_process";
import { scheduleJob } from "node-schedule";
import * as schedule from "node-schedule";
import cron from "node-cron";

scheduleJob("0 5 * * *", () => {
  execSync("backup");
//^^^^^^^^^^^^^^^^^^ no-sync-io definite: scheduled job 0 5 * * * → child_process.execSync
});

schedule.scheduleJob("nightly", "0 6 * * *", () => {
  execSync("vacuum");
//^^^^^^^^^^^^^^^^^^ no-sync-io definite: scheduled job nightly → child_process.execSync
});

class Reports {
  start(): void {
    cron.schedule("0 7 * * *", this.send.bind(this));
  }

  private async send(): Promise<void> {
    execSync("report");
//  ^^^^^^^^^^^^^^^^^^ no-sync-io definite: scheduled job 0 7 * * * → send → child_process.execSync
  }
}

new Reports().start();
