#!/usr/bin/env node
/** The `loopguard` program: gives the commands the real engine, disk, streams and clock. */
import { readFileSync, writeFileSync } from "node:fs";
import {
  analyse,
  compareDocuments,
  inVersion,
  packageInfo,
  dispatchedRoutes,
  findRoutes,
  openApiDocument,
  applyEdits,
  fixAll,
  isSelected,
  presets,
  rules,
  selectFindings,
} from "@loopguard/engine";
import { openDocumentValidator } from "./document-validator.js";
import type { Engine } from "./engine.js";
import type { Environment } from "./environment.js";
import { cacheDirectory, nodeHost, openResultsOfEngine, withForwardSlashes } from "@loopguard/node-host";
import { uncommitted } from "./git.js";
import { placeNamed } from "./links.js";
import { replaceFiles } from "./replace-files.js";
import { repositoryRoot } from "./repository-root.js";
import { run } from "./run.js";

process.stdout.on("error", survive);
// There is nowhere left to say it.
process.stderr.on("error", () => undefined);

const engine: Engine = {
  analyse,
  applyEdits,
  fixAll,
  dispatchedRoutes,
  findRoutes,
  openApiDocument,
  inVersion,
  packageInfo,
  compareDocuments,
  openDocumentValidator,
  selectFindings,
  isSelected,
  presets,
  rules,
  // The type checker takes half a second to load, which help and documentation need not wait for.
  openProject: async (...input) => (await import("@loopguard/engine/typescript")).openProject(...input),
};

// Only the code is set: an exit by force would cut off output that a slow pipe has not taken yet.
process.exitCode = await run(process.argv.slice(2), version(), engine, environment());

function environment(): Environment {
  const host = nodeHost();
  const cwd = withForwardSlashes(process.cwd());
  return {
    cwd,
    variables: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    host,
    ...keptResults(),
    writeFile: (file, text) => {
      writeFileSync(placeNamed(file, repositoryRoot(cwd, host)), text);
    },
    replaceFiles: (replacements, workspace) => {
      replaceFiles(replacements, workspace);
    },
    uncommitted,
    openRegexConfirmer: async () => new (await import("loopguard-language-server/regexes")).RegexConfirmer(),
    untilInterrupted,
    now: () => performance.now(),
    peakMemory: () => process.resourceUsage().maxRSS * 1024,
  };
}

function keptResults(): Pick<Environment, "kept"> {
  const directory = cacheDirectory(process.cwd(), process.env);
  if (directory === undefined) return {};
  const say = (sentence: string): void => {
    process.stderr.write(`loopguard: ${sentence}\n`);
  };
  return { kept: openResultsOfEngine(directory, { say }) };
}

/** A second Ctrl-C ends the program whatever it does. */
function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      process.once(signal, () => {
        resolve();
      });
  });
}

function version(): string {
  const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string };
  return manifest.version;
}

/** A reader that has seen enough (`| head`) is no error, and does not change the verdict. */
function survive(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") return;
  process.exitCode = 2;
  process.stderr.write(`loopguard could not write its report: ${error.message}\n`);
}
