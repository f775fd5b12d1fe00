import { Command } from "@oclif/core";
import { Command as Clipanion } from "clipanion";
import { readFileSync, statSync } from "node:fs";

export default class Show extends Command {
  async run(): Promise<void> {
    this.log(readFileSync("settings.json", "utf8"));
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ script
  }
}

export class Size extends Clipanion {
  async execute(): Promise<number> {
    return statSync("settings.json").size;
//         ^^^^^^^^^^^^^^^^^^^^^^^^^ script
  }
}
