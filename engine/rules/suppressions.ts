/** ESLint's own disable comments, honoured in every host. */
import type { DirectiveFact, FileFacts } from "../facts/facts.js";

const PLUGIN_PREFIX = "loopguard/";

/** Whether a disable comment covers a rule on a line (0-based), and the reason it gives. */
export function suppressionOf(facts: FileFacts, rule: string, line: number): { readonly reason?: string } | undefined {
  const concerning = directivesFor(facts, rule);
  const block = ofLine(concerning, line) ?? openBlock(concerning, line);
  if (!block) return undefined;
  return block.reason === undefined ? {} : { reason: block.reason };
}

/**
 * The disable comments that name a rule and cover none of its findings, with the rule's name without prefix.
 * Where two comments cover a finding, the block's is used and the line's is not, as in ESLint.
 *
 * @param found rule and line (0-based) of each finding in the file
 */
export function unusedDirectives(
  facts: FileFacts,
  found: readonly { readonly rule: string; readonly line: number }[],
): readonly { readonly directive: DirectiveFact; readonly rule: string }[] {
  const used = new Set<string>();
  const key = (directive: DirectiveFact, rule: string): string => `${String(directive.offset)} ${rule}`;
  for (const { rule, line } of found) {
    const concerning = directivesFor(facts, rule);
    const directive = openBlock(concerning, line) ?? ofLine(concerning, line);
    if (directive) used.add(key(directive, rule));
  }
  return facts.directives
    .filter(({ kind }) => kind !== "enable")
    .flatMap((directive) =>
      directive.rules
        .filter((name) => name.startsWith(PLUGIN_PREFIX))
        .map((name) => ({ directive, rule: name.slice(PLUGIN_PREFIX.length) })),
    )
    .filter(({ directive, rule }) => !used.has(key(directive, rule)));
}

function directivesFor({ directives }: FileFacts, rule: string): readonly DirectiveFact[] {
  return directives.filter(({ rules }) => rules.length === 0 || rules.includes(`${PLUGIN_PREFIX}${rule}`));
}

function ofLine(directives: readonly DirectiveFact[], line: number): DirectiveFact | undefined {
  return directives.find(
    (directive) =>
      (directive.kind === "disable-line" && directive.line === line) ||
      (directive.kind === "disable-next-line" && directive.line + 1 === line),
  );
}

/** The last `eslint-disable` before the line that no `eslint-enable` has ended. */
function openBlock(directives: readonly DirectiveFact[], line: number): DirectiveFact | undefined {
  const before = directives.filter(
    (directive) => (directive.kind === "disable" || directive.kind === "enable") && directive.line <= line,
  );
  const last = before.at(-1);
  return last?.kind === "disable" ? last : undefined;
}
