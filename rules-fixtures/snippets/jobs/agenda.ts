import { readFileSync } from "node:fs";
import { Agenda } from "agenda";

export function defineJobs(agenda: Agenda): void {
  agenda.define("report", async () => {
    readFileSync("report.txt");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: queue job report → fs.readFileSync
  });
  agenda.on("fail", () => {
    readFileSync("errors.txt");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: queue event "fail" → fs.readFileSync
  });
}
