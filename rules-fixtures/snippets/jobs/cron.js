const { execSync } = require("child_process");
const cron = require("node-cron");
const { CronJob } = require("cron");

cron.schedule("0 3 * * *", () => {
  execSync("pg_dump app > backup.sql");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: scheduled job 0 3 * * * → child_process.execSync
});

new CronJob("0 4 * * *", () => {
  execSync("gzip -f backup.sql");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: scheduled job 0 4 * * * → child_process.execSync
});

const cleaning = new CronJob("0 5 * * *", () => undefined);

cleaning.addCallback(() => {
  execSync("rm -rf tmp");
//^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: scheduled job → child_process.execSync
});

cron.createTask("0 6 * * *", () => undefined).on("execution:failed", () => {
  execSync("say failed");
//^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: scheduled job → child_process.execSync
});
