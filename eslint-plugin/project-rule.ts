/** A rule that knows the whole program: it looks up what was found in the file being linted. */
import path from "node:path";
import type { FailedProblem, RuleDeclaration, RuleName } from "@loopguard/engine";
import { withForwardSlashes } from "@loopguard/node-host";
import type { Rule } from "eslint";
import { createRule, messages, reportFailure, reportSelected } from "./create-rule.js";
import { linterProgramOf } from "./linter-program.js";
import { presetOf, projectSchema, projectSelection, type ProjectOptions } from "./options.js";
import type { FileSummary } from "./own-project.js";
import { ownProjects } from "./own-projects.js";
import { projectSummaries, type Place } from "./project-summary.js";

export function createProjectRule(declaration: RuleDeclaration): Rule.RuleModule {
  const { name, description, preset } = declaration;
  return createRule<Partial<ProjectOptions>>(
    name,
    {
      type: "problem",
      hasSuggestions: true,
      docs: { description, recommended: preset, readsProject: true },
      messages,
      schema: projectSchema,
      // None: where they say nothing, the project's configuration does, and then the preset.
      defaultOptions: [{}],
      languages: ["js/js"],
    },
    (context, options) => ({
      Program() {
        const { findings, configured, failures } = summaryFor(context);
        for (const failure of failures) if (isToTell(failure, name)) reportFailure(context, failure);
        const selection = projectSelection(presetOf(declaration), options, configured);
        reportSelected(context, findings, { ...selection, rules: [name as RuleName] });
      },
    }),
  );
}

/** Typed linting has read the program already; elsewhere the project is opened here. */
function summaryFor(context: Rule.RuleContext): FileSummary {
  const place = placeOf(context);
  const linter = linterProgramOf(context.sourceCode);
  if (linter) {
    return {
      findings: projectSummaries.findingsIn(linter.program, place, linter.fileName),
      configured: projectSummaries.configuredFor(linter.program, place),
      failures: projectSummaries.failuresIn(linter.program, place, linter.fileName),
    };
  }
  // A part of a file, as processors cut them, is in no project.
  if (context.filename !== context.physicalFilename) return { findings: [], configured: {}, failures: [] };
  return ownProjects.summaryOf(place, { file: withForwardSlashes(context.filename), text: context.sourceCode.text });
}

/** A rule tells its own defects, and those that concern all rules; what is in no file, in the first that is linted. */
function isToTell({ file, message, failure: { rule } }: FailedProblem, name: string): boolean {
  if (rule !== undefined && rule !== name) return false;
  if (file !== undefined) return true;
  const key = `${name} ${message}`;
  const isNew = !toldOnce.has(key);
  toldOnce.add(key);
  return isNew;
}

const toldOnce = new Set<string>();

/** `settings: { loopguard: { config: "path" } }` names a configuration; else the nearest one counts. */
function placeOf({ cwd, settings }: Rule.RuleContext): Place {
  const root = withForwardSlashes(cwd);
  const config = (settings["loopguard"] as { config?: unknown } | undefined)?.config;
  if (typeof config !== "string") return { root };
  return { root, configuration: withForwardSlashes(path.resolve(cwd, config)) };
}
