/** What all rules of the plugin have in common. */
import {
  errorText,
  failureProblem,
  isSelected,
  type Finding,
  type Preset,
  type Problem,
  type Selection,
} from "@loopguard/engine";
import { fixInText } from "@loopguard/engine/local";
import type { Rule } from "eslint";
import { log } from "./log.js";

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
export const messages = { blocked: "{{message}}", fix: "{{title}}.", failed: "{{message}}" };

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
      return surviving(context, name, () => create(context, { ...defaults, ...options }));
    },
  };
}

/** What is thrown for one file is reported in that file: ESLint would end with it, and lint no other. */
function surviving(context: Rule.RuleContext, name: string, create: () => Rule.RuleListener): Rule.RuleListener {
  return {
    Program(node) {
      try {
        create().Program?.(node);
      } catch (error) {
        const { message } = failureProblem(error, {}, "What it finds in this file is not reported.");
        log(`${name} failed in ${context.filename}: ${errorText(error)}`);
        reportFailure(context, { message });
      }
    },
  };
}

/** Reports a defect of ours: what is found may lack something. */
export function reportFailure(context: Rule.RuleContext, { line = 1, message }: Problem): void {
  const start = { line, column: 0 };
  context.report({ messageId: "failed", data: { message }, loc: { start, end: start } });
}

/**
 * Reports the selected findings, those under a disable comment too: ESLint drops these itself, and
 * needs to see them to tell which comments disable nothing.
 */
export function reportSelected(context: Rule.RuleContext, findings: readonly Finding[], selection: Selection): void {
  const { text } = context.sourceCode;
  for (const finding of findings) if (isSelected(finding, selection)) context.report(reportOf(finding, text));
}

function reportOf(finding: Finding, text: string): Rule.ReportDescriptor {
  const { message, callee, location } = finding;
  return {
    messageId: "blocked",
    suggest: suggestionsFor(finding, text),
    data: { message, callee },
    loc: {
      start: { line: location.line, column: location.column - 1 },
      end: { line: location.endLine, column: location.endColumn - 1 },
    },
  };
}

/** Never a fix that is applied unasked: the code that is awaited runs at another time. */
function suggestionsFor(finding: Finding, text: string): Rule.SuggestionReportDescriptor[] {
  const fix = fixInText(text, finding);
  const edits = fix?.files.flatMap((file) => file.edits) ?? [];
  if (!fix || edits.length === 0) return [];
  return [
    {
      messageId: "fix",
      data: { title: [fix.title, ...fix.cautions.map((caution) => caution.replace(/\.$/u, ""))].join(". ") },
      fix: (fixer) =>
        edits.map(({ start, end, text: replacement }) => fixer.replaceTextRange([start, end], replacement)),
    },
  ];
}
