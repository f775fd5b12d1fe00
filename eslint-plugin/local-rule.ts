/** The rule that sees one file only: no type information, no other file, nothing kept between files. */
import { presets, type RuleDeclaration } from "@loopguard/engine";
import { analyseText } from "@loopguard/engine/local";
import { createRule, messages, reportSelected, type MessageId } from "./create-rule.js";
import { localSchema, localSelection, type LocalOptions } from "./options.js";

export function createLocalRule(declaration: RuleDeclaration) {
  return createRule<readonly [LocalOptions], MessageId>({
    name: declaration.name,
    meta: {
      type: "problem",
      docs: {
        description: declaration.description,
        recommended: declaration.preset,
        requiresTypeChecking: false,
      },
      messages,
      schema: localSchema,
      defaultOptions: [{ minCost: presets.recommended.minCost }],
      languages: ["js/js"],
    },
    create(context, [options]) {
      return {
        Program() {
          reportSelected(context, analyseText(context.filename, context.sourceCode.text), localSelection(options));
        },
      };
    },
  });
}
