/** What all rules of the plugin have in common. */
import { isSelected, type Finding, type Preset, type Selection } from "@loopguard/engine";
import type { Rule } from "eslint";

export interface RuleDocs {
  readonly description: string;
  /** The least strict config that contains the rule. */
  readonly recommended: Preset;
  /** Whether one file says nothing about itself: what is reported in it follows from the others too. */
  readonly readsProject: boolean;
}

/** Newer than ESLint 9's types, or narrower than they are. */
interface RuleMeta<Options> extends Omit<Rule.RuleMetaData, "docs" | "defaultOptions" | "languages"> {
  readonly docs: RuleDocs;
  /** ESLint puts a user's options over these. */
  readonly defaultOptions: readonly [Options];
  readonly languages: readonly string[];
}

/** The engine's sentence says it all: what blocks, for how long, who waits, what to do. */
export const messages = { blocked: "{{message}}" };

/**
 * A rule with its page's address, and with its options typed.
 *
 * Written here rather than taken from `@typescript-eslint/utils`, which cannot be installed beside TypeScript 7.
 *
 * @param create what it does with a file, given ESLint's context and the options
 */
export function createRule<Options>(
  name: string,
  meta: RuleMeta<Options>,
  create: (context: Rule.RuleContext, options: Options) => Rule.RuleListener,
): Rule.RuleModule {
  const url = `https://github.com/loopguard/loopguard/blob/main/docs/rules/${name}.md`;
  const [defaults] = meta.defaultOptions;
  return {
    meta: { ...meta, docs: { ...meta.docs, url } } as unknown as Rule.RuleMetaData,
    create(context) {
      const [options] = context.options as readonly Partial<Options>[];
      // Not every host that runs ESLint's rules knows `defaultOptions`.
      return create(context, { ...defaults, ...options });
    },
  };
}

/**
 * Reports the selected findings, those under a disable comment too: ESLint drops these itself, and
 * needs to see them to tell which comments disable nothing.
 */
export function reportSelected(context: Rule.RuleContext, findings: readonly Finding[], selection: Selection): void {
  for (const finding of findings) if (isSelected(finding, selection)) context.report(reportOf(finding));
}

function reportOf({ message, callee, location }: Finding): Rule.ReportDescriptor {
  return {
    messageId: "blocked",
    data: { message, callee },
    loc: {
      start: { line: location.line, column: location.column - 1 },
      end: { line: location.endLine, column: location.endColumn - 1 },
    },
  };
}
