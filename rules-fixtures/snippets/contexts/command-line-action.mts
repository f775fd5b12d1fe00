import { readFileSync } from "node:fs";
import { program } from "commander";

program.command("show <file>").action((file: string) => {
  console.log(readFileSync(file, "utf8"));
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^ script
});
program.parse();
