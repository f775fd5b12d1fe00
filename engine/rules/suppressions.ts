/** ESLint's own disable comments, honoured in every host. */
import type { DirectiveFact, FileFacts } from "../facts/facts.js";

const PLUGIN_PREFIX = "loopguard/";

/** Whether a disable comment covers a rule on a line (0-based), and the reason it gives. */
export function suppressionOf(facts: FileFacts, rule: string, line: number): { readonly reason?: string } | undefined {
  const concerning = facts.directives.filter(({ rules }) => rules.length === 0 || rules.includes(`${PLUGIN_PREFIX}${rule}`));
  const onLine = concerning.find((directive) => (directive.kind === "disable-line" && directive.line === line) || (directive.kind === "disable-next-line" && directive.line + 1 === line));
  const block = onLine ?? openBlock(concerning, line);
  if (!block) return undefined;
  return block.reason === undefined ? {} : { reason: block.reason };
}

/** The last `eslint-disable` before the line that no `eslint-enable` has ended. */
function openBlock(directives: readonly DirectiveFact[], line: number): DirectiveFact | undefined {
  const before = directives.filter((directive) => (directive.kind === "disable" || directive.kind === "enable") && directive.line <= line);
  const last = before.at(-1);
  return last?.kind === "disable" ? last : undefined;
}
