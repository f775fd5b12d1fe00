/** A rule that knows the whole program: it looks up what was found in the file being linted. */
import path from "node:path";
import type { RuleDeclaration, RuleName } from "@loopguard/engine";
import { getParserServices } from "@typescript-eslint/utils/eslint-utils";
import type { RuleContext } from "@typescript-eslint/utils/ts-eslint";
import { createRule, messages, reportSelected, type MessageId } from "./create-rule.js";
import { projectSchema, projectSelection, type ProjectOptions } from "./options.js";
import { projectSummaries, type Place } from "./project-summary.js";

export function createProjectRule(declaration: RuleDeclaration) {
  return createRule<readonly [Partial<ProjectOptions>], MessageId>({
    name: declaration.name,
    meta: {
      type: "problem",
      docs: {
        description: declaration.description,
        recommended: declaration.preset,
        requiresTypeChecking: true,
      },
      messages,
      schema: projectSchema,
      // None: where they say nothing, the project's configuration does, and then the preset.
      defaultOptions: [{}],
      languages: ["js/js"],
    },
    create(context, [options]) {
      const services = getParserServices(context);
      return {
        Program(node) {
          const { fileName } = services.esTreeNodeToTSNodeMap.get(node);
          const place = placeOf(context);
          const findings = projectSummaries.findingsIn(services.program, place, fileName);
          const selection = projectSelection(options, projectSummaries.configuredFor(services.program, place));
          reportSelected(context, findings, { ...selection, rules: [declaration.name as RuleName] });
        },
      };
    },
  });
}

/** `settings: { loopguard: { config: "path" } }` names a configuration; else the nearest one counts. */
function placeOf({ cwd, settings }: Pick<RuleContext<MessageId, readonly unknown[]>, "cwd" | "settings">): Place {
  const root = cwd.replaceAll("\\", "/");
  const config = (settings["loopguard"] as { config?: unknown } | undefined)?.config;
  if (typeof config !== "string") return { root };
  return { root, configuration: path.resolve(cwd, config).replaceAll("\\", "/") };
}
