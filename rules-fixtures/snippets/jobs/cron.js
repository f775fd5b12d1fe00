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
