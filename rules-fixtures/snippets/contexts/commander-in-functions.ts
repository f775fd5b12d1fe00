import { Command, program } from "commander";
import { readFileSync, rmSync, statSync } from "node:fs";

function show(name: string): void {
  console.log(readFileSync(name, "utf8"));
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^ script
}

export function addCommands(cli: Command): void {
  cli
    .command("remove <name>")
    .description("Removes a file")
    .action(async (name: string) => {
      await Promise.resolve();
      rmSync(name);
//    ^^^^^^^^^^^^ script
    });
  cli.addCommand(new Command("size").action((name: string) => console.log(statSync(name).size)));
//                                                                        ^^^^^^^^^^^^^^ script
}

program.command("show <name>").action(show);
addCommands(program);
program.parse();
