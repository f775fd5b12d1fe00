/** The rule that sees one file only: no type information, no other file, nothing kept between files. */
import { presets, type RuleDeclaration } from "@loopguard/engine";
import { analyseText } from "@loopguard/engine/local";
import type { Rule } from "eslint";
import { createRule, messages, reportSelected } from "./create-rule.js";
import { localSchema, localSelection, type LocalOptions } from "./options.js";

export function createLocalRule({ name, description, preset }: RuleDeclaration): Rule.RuleModule {
  return createRule<LocalOptions>(
    name,
    {
      type: "problem",
      hasSuggestions: true,
      docs: { description, recommended: preset, readsProject: false },
      messages,
      schema: localSchema,
      defaultOptions: [{ minCost: presets.recommended.minCost }],
      languages: ["js/js"],
    },
    (context, options) => ({
      Program() {
        reportSelected(context, analyseText(context.filename, context.sourceCode.text), localSelection(options));
      },
    }),
  );
}
