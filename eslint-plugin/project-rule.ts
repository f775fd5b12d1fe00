/** A rule that knows the whole program: it looks up what was found in the file being linted. */
import { presets, type RuleDeclaration, type RuleName } from "@loopguard/engine";
import { getParserServices } from "@typescript-eslint/utils/eslint-utils";
import { createRule, messages, reportSelected, type MessageId } from "./create-rule.js";
import { projectOptionsOf, projectSchema, projectSelection, type ProjectOptions } from "./options.js";
import { projectSummaries } from "./project-summary.js";

export function createProjectRule(declaration: RuleDeclaration) {
  return createRule<readonly [ProjectOptions], MessageId>({
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
      defaultOptions: [projectOptionsOf(presets.recommended)],
      languages: ["js/js"],
    },
    create(context, [options]) {
      const services = getParserServices(context);
      return {
        Program(node) {
          const { fileName } = services.esTreeNodeToTSNodeMap.get(node);
          const root = context.cwd.replaceAll("\\", "/");
          const findings = projectSummaries.findingsIn(services.program, root, fileName);
          reportSelected(context, findings, { ...projectSelection(options), rules: [declaration.name as RuleName] });
        },
      };
    },
  });
}
