/** Command-line parsers: what they call runs in a tool, not in a server. */
import { chained } from "./chaining.js";
import type { Framework } from "./framework.js";

export const commandLine: Framework = {
  name: "command line",
  modules: ["commander", "yargs", "cac", "sade", "caporal", "@caporal/core", "vorpal", "citty", "clipanion", "meow"],
  types: {
    Command: {
      origins: [
        "default", "program", "new Command", "createCommand()", "default()", "cac()", "sade()",
        ...chained("Command", ["command", "option", "requiredOption", "argument", "arguments", "description", "alias", "name", "version", "usage", "action", "hook", "demandCommand", "help", "addCommand", "allowUnknownOption"]),
      ],
      declaredAs: ["commander#Command", "yargs#Argv", "cac#CAC", "cac#Command", "sade#Sade"],
    },
  },
  registrations: [
    { members: ["command", "action"], effect: "ignored" },
    { on: ["Command"], members: ["action", "hook", "command", "middleware", "check", "coerce", "option", "argument", "handler"], effect: "ignored" },
    { on: ["Command"], members: ["command"], handlers: [{ at: 0, property: "*" }], effect: "ignored" },
    { members: ["defineCommand"], handlers: [{ at: 0, property: "*" }], effect: "ignored" },
  ],
};

/** Modules that are commands, which yargs loads by their directory. */
export const commandModules: Framework = {
  name: "command modules",
  modules: ["yargs"],
  files: [{ files: ["**/commands/**/*", "**/cmds/**/*"], exports: ["handler", "builder"], effect: "ignored" }],
};

/** Command-line tools that are classes. */
export const commandClasses: Framework = {
  name: "command classes",
  modules: ["@oclif/core", "@oclif/command", "clipanion", "nest-commander", "@adonisjs/core/ace", "@adonisjs/ace"],
  heritage: [
    { types: ["Command", "BaseCommand", "CommandRunner"], members: ["run", "execute", "init", "catch", "finally"], effect: "ignored" },
  ],
};
