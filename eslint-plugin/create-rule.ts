/** What all rules of the plugin have in common. */
import { isSelected, type Finding, type Preset, type Selection } from "@loopguard/engine";
import { RuleCreator } from "@typescript-eslint/utils/eslint-utils";
import type { ReportDescriptor, RuleContext } from "@typescript-eslint/utils/ts-eslint";

export interface RuleDocs {
  /** The least strict config that contains the rule. */
  readonly recommended: Preset;
  readonly requiresTypeChecking: boolean;
}

export type MessageId = "blocked";

/** The engine's sentence says it all: what blocks, for how long, who waits, what to do. */
export const messages: Record<MessageId, string> = { blocked: "{{message}}" };

export const createRule = RuleCreator<RuleDocs>(
  (name) => `https://github.com/loopguard/loopguard/blob/main/docs/rules/${name}.md`,
);

/**
 * Reports the selected findings, those under a disable comment too: ESLint drops these itself, and
 * needs to see them to tell which comments disable nothing.
 */
export function reportSelected(
  context: Readonly<RuleContext<MessageId, readonly unknown[]>>,
  findings: readonly Finding[],
  selection: Selection,
): void {
  for (const finding of findings) if (isSelected(finding, selection)) context.report(reportOf(finding));
}

function reportOf({ message, callee, location }: Finding): ReportDescriptor<MessageId> {
  return {
    messageId: "blocked",
    data: { message, callee },
    loc: {
      start: { line: location.line, column: location.column - 1 },
      end: { line: location.endLine, column: location.endColumn - 1 },
    },
  };
}
