// @valid
import { readFileSync } from "node:fs";
import { BaseCommand } from "@adonisjs/core/ace";

export default class Report extends BaseCommand {
  static commandName = "report";

  async run() {
    this.logger.info(readFileSync("report.csv", "utf8"));
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ script
  }
}
