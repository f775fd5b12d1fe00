/** The command line: commands, options, help, and what an error looks like. */
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { type Context, FIX_LEVELS } from "@loopguard/engine";
import type { PathOptions } from "./analyse-paths.js";
import type { CheckOptions } from "./check.js";
import type { Engine } from "./engine.js";
import { type Environment, type ExitCode, isDebugging, UsageError } from "./environment.js";
import type { FixOptions } from "./fix.js";
import type { OpenApiOptions } from "./openapi.js";
import { DOCUMENT_FORMATS, OPENAPI_VERSIONS, REPORT_FORMATS } from "./formats.js";
import { ALL_CONTEXTS, CONFIDENCES, type SelectionOptions } from "./selection.js";
import { DEFAULT_COLUMNS } from "./terminal.js";

/**
 * Runs one command line.
 *
 * @param args what was typed after the program's name
 * @param version what `--version` prints
 * @returns the exit code; never throws
 */
export async function run(
  args: readonly string[],
  version: string,
  engine: Engine,
  environment: Environment,
): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = commandLine(version, engine, environment, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    return explainError(error, environment);
  }
}

function commandLine(
  version: string,
  engine: Engine,
  environment: Environment,
  finish: (code: ExitCode) => void,
): Command {
  const { stdout, stderr } = environment;
  const program = new Command("loopguard")
    .description(
      "Finds what blocks the Node.js event loop, and shows the way there from the request handler, timer or listener.",
    )
    .version(version, "-v, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      getOutHelpWidth: () => stdout.columns ?? DEFAULT_COLUMNS,
      getErrHelpWidth: () => stderr.columns ?? DEFAULT_COLUMNS,
    })
    .addHelpText("after", EXIT_CODES);

  program
    .command("check")
    .summary("report the blocking calls that the event loop waits on")
    .description("Reports the blocking calls that the event loop waits on, each with the path that leads to it.")
    .addArgument(paths())
    .addOption(new Option("--format <format>", "how to print findings").choices(REPORT_FORMATS).default("pretty"))
    .option("--output <file>", "write the report to a file, and the summary alone to standard output")
    .addOption(presetOption())
    .addOption(confidenceOption())
    .addOption(minCostOption())
    .addOption(
      new Option(
        "--context <contexts>",
        `why the code runs: ${ALL_CONTEXTS.join(", ")}, separated by commas, or all (default: loop)`,
      ).argParser(contextsOf),
    )
    .addOption(configOption())
    .option("--baseline <file>", "report only what this file does not accept")
    .option("--update-baseline", "write the baseline: accept what is found now")
    .option("--prune-baseline", "remove from the baseline what is no longer found")
    .option("--report-unused-suppressions", "also report disable comments that cover nothing")
    .option("--confirm-regexes", "run slow regular expressions on texts made for them (needs the package recheck)")
    .option("--no-cache", "use and keep no results in node_modules/.cache/loopguard")
    .addHelpText("after", EXIT_CODES)
    .action(async (typed: string[], options: Typed<CheckOptions>) => {
      const { check } = await import("./check.js");
      finish(await check(typed, withNumber(options), version, engine, environment));
    });

  program
    .command("fix")
    .summary("move blocking calls off the event loop, where that is certain to be right")
    .description(
      "Rewrites what check reports, and says what it left alone and why. Files are changed all together or not at all.",
    )
    .addArgument(paths())
    .addOption(
      new Option(
        "--level <level>",
        "local: only in functions that are asynchronous already; transitive: make functions asynchronous, with all their callers; " +
          "public: also those that the package offers to others; " +
          "offload: move work that has no asynchronous form to a worker pool; " +
          "yield: let others run between rounds of long loops",
      )
        .choices(FIX_LEVELS)
        .default("local"),
    )
    .option("--dry-run", "print the changes as a unified diff, and change nothing")
    .option("--allow-dirty", "change files although the git working tree has changes that are not committed")
    .addOption(presetOption())
    .addOption(confidenceOption())
    .addOption(minCostOption())
    .addOption(configOption())
    .addHelpText("after", FIX_EXIT_CODES)
    .action(async (typed: string[], options: Typed<FixOptions>) => {
      const { fix } = await import("./fix.js");
      finish(await fix(typed, withNumber(options), engine, environment));
    });

  program
    .command("openapi")
    .summary("write the OpenAPI document that the routes and types imply")
    .description(
      "Writes the OpenAPI document of the project's HTTP routes: parameters, bodies and answers as types, validators and code say.",
    )
    .addArgument(paths())
    .option("-o, --output <file>", "write the document to a file (default: standard output)")
    .addOption(
      new Option("--format <format>", "how to write it (default: by the file's name, else json)").choices(
        DOCUMENT_FORMATS,
      ),
    )
    .addOption(new Option("--openapi <version>", "the version of OpenAPI").choices(OPENAPI_VERSIONS).default("3.1"))
    .option("--check <file>", "compare with a document written before, and fail when it is stale")
    .addOption(
      new Option("--serve", "show the document in a browser, and follow the files").conflicts([
        "output",
        "format",
        "check",
        "config",
      ]),
    )
    .addOption(new Option("--port <number>", "where to serve the page on 127.0.0.1").argParser(portOf))
    .option("--server <url>", "where requests go that are tried out on the page (default: http://localhost:3000)")
    .addOption(configOption())
    .action(async (typed: string[], options: OpenApiOptions) => {
      const { openApi } = await import("./openapi.js");
      finish(await openApi(typed, options, engine, environment));
    });

  program
    .command("explain")
    .summary("explain a rule, or list the rules")
    .description(
      "Explains a rule: why it matters, what it reports and what it leaves alone. Without a name, lists the rules.",
    )
    .argument("[rule]", "the rule's name")
    .action(async (rule: string | undefined) => {
      const { explain } = await import("./explain.js");
      finish(explain(rule, engine, environment));
    });

  program
    .command("stats")
    .summary("show what was read, what stayed unresolved, and what it cost")
    .description(
      "Shows how much was read and searched, the share of calls that could not be resolved, times and memory.",
    )
    .addArgument(paths())
    .addOption(configOption())
    .action(async (typed: string[], options: PathOptions) => {
      const { stats } = await import("./stats.js");
      finish(await stats(typed, options, engine, environment));
    });

  return program;
}

const EXIT_CODES = `
Exit codes:
  0  nothing found, or nothing that the baseline does not accept
  1  blocking calls found
  2  wrong usage or an internal error`;

const FIX_EXIT_CODES = `
Exit codes:
  0  everything that check reports is fixed, or there was nothing
  1  some of it was left as it is
  2  wrong usage, changes that are not committed, or an internal error; nothing was changed`;

function paths(): Argument {
  return new Argument("[path...]", "directories, tsconfig files or source files").default([], "the working directory");
}

function presetOption(): Option {
  return new Option(
    "--preset <preset>",
    "recommended: certain, and 0.05 ms or more; strict: also probable, at any cost (default: the configuration's, else recommended)",
  ).choices(["recommended", "strict"]);
}

function confidenceOption(): Option {
  const words = "the least certain level to report (default: the preset's)";
  return new Option("--confidence <level>", words).choices(CONFIDENCES);
}

function minCostOption(): Option {
  return new Option(
    "--min-cost <tier>",
    "the least cost to report: 0 any, 1 from 0.05 ms, 2 from 1 ms, 3 from 20 ms per call; calls in a loop are always reported (default: the preset's)",
  ).choices(["0", "1", "2", "3"]);
}

function configOption(): Option {
  return new Option("--config <file>", "the configuration (default: the nearest loopguard.config.json)");
}

/** `--min-cost` arrives as text, all else as the options have it. */
type Typed<Options extends SelectionOptions> = Omit<Options, "minCost"> & { readonly minCost?: "0" | "1" | "2" | "3" };

function withNumber<Options extends SelectionOptions>({ minCost, ...others }: Typed<Options>): Options {
  const number = minCost === undefined ? {} : { minCost: ({ 0: 0, 1: 1, 2: 2, 3: 3 } as const)[minCost] };
  return { ...others, ...number } as unknown as Options;
}

function contextsOf(typed: string): readonly Context[] {
  const names = typed
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (names.includes("all")) return ALL_CONTEXTS;
  const unknown = names.find((name) => !ALL_CONTEXTS.some((context) => context === name));
  if (unknown !== undefined || names.length === 0) {
    throw new InvalidArgumentError(`Allowed are ${ALL_CONTEXTS.join(", ")} and all.`);
  }
  return ALL_CONTEXTS.filter((context) => names.includes(context));
}

function portOf(typed: string): number {
  const port = Number(typed);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError("Allowed are 0 to 65535.");
  return port;
}

function explainError(error: unknown, { stderr, variables }: Environment): ExitCode {
  // Commander has already printed its message, or the help or version that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UsageError) {
    stderr.write(`error: ${error.message}\n`);
    return 2;
  }
  const message = error instanceof Error ? error.message : String(error);
  stderr.write(`loopguard failed: ${message}\n`);
  if (isDebugging(variables) && error instanceof Error) stderr.write(`${error.stack ?? ""}\n`);
  else stderr.write("This is a defect in loopguard. Set LOOPGUARD_DEBUG=1 to see where it happened.\n");
  return 2;
}
