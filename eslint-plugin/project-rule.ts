/** A rule that knows the whole program: it looks up what was found in the file being linted. */
import { presets, selectFindings, type RuleDeclaration, type RuleName } from "@loopguard/engine";
import { typescriptVersionIsAtLeast } from "@typescript-eslint/typescript-estree";
import { getParserServices } from "@typescript-eslint/utils/eslint-utils";
import { createRule, messages, reportOf, type MessageId } from "./create-rule.js";
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
      if (!typescriptVersionIsAtLeast["6.0"]) throw new Error(OLD_TYPESCRIPT);
      return {
        Program(node) {
          const { fileName } = services.esTreeNodeToTSNodeMap.get(node);
          const findings = projectSummaries.findingsIn(services.program, fileName);
          const selection = { ...projectSelection(options), rules: [declaration.name as RuleName] };
          for (const finding of selectFindings({ findings }, selection)) context.report(reportOf(finding));
        },
      };
    },
  });
}

/** Versions number their syntax kinds and type flags differently: an older program would be misread, silently. */
const OLD_TYPESCRIPT =
  "The project-wide rules of eslint-plugin-loopguard read programs of TypeScript 6.0, and typescript-eslint uses an older version here. " +
  "Update typescript to 6.0, or use the config `local`, which needs no types, or the command line `loopguard check`, which brings its own TypeScript.";
