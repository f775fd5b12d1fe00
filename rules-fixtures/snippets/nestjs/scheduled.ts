import { readFileSync } from "node:fs";
import { Injectable } from "@nestjs/common";
import { Cron, CronExpression, Interval, Timeout } from "@nestjs/schedule";

@Injectable()
export class RotationService {
  @Cron(CronExpression.EVERY_HOUR)
  rotate(): void {
    readFileSync("access.log");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: scheduled job → rotate → fs.readFileSync
  }

  @Interval(10_000)
  measure(): void {
    readFileSync("/proc/loadavg");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: scheduled job → measure → fs.readFileSync
  }

  @Timeout(5000)
  warmUp(): void {
    readFileSync("cache.json");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: scheduled job → warmUp → fs.readFileSync
  }
}
