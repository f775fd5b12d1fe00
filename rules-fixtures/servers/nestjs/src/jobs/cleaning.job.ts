import { execSync } from "node:child_process";
import { Injectable } from "@nestjs/common";
import { Cron } from "@nestjs/schedule";

@Injectable()
export class CleaningJob {
  @Cron(process.env.CLEAN_AT ?? "0 3 * * *")
  clean(): void {
    execSync("sleep 0.15");
    console.log("beds cleaned");
  }
}
