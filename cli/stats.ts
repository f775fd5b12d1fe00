/** `loopguard stats`: how much was read, what could not be resolved, and what it cost. */
import { CONTEXTS, count, duration, grouped, megabytes } from "./wording.js";
import { analysePaths, exitCodeOf, reportProblems, type PathOptions } from "./analyse-paths.js";
import type { Engine } from "./engine.js";
import type { Environment, ExitCode } from "./environment.js";
import { ALL_CONTEXTS } from "./selection.js";
import { type Colours, coloursFor, printable } from "./terminal.js";

interface Row {
  readonly label: string;
  readonly value: string;
  /** What the value means, or its share. */
  readonly remark?: string;
  readonly isPart?: boolean;
}

interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

/**
 * Analyses the paths and writes counts, the share of unresolved mentions, times and memory to standard output.
 *
 * @returns 0: statistics pass no judgement; 2 when a defect of the program may have left something out
 * @throws UsageError when a path does not exist or holds no source files
 */
export async function stats(
  paths: readonly string[],
  options: PathOptions,
  engine: Engine,
  environment: Environment,
): Promise<ExitCode> {
  const { analysis, times } = await analysePaths(paths, options, engine, environment, engine.analyse);
  const { stats: counts } = analysis;
  const unresolved = Object.entries(counts.unresolved).sort(([, a], [, b]) => b - a);
  const unresolvedTotal = unresolved.reduce((sum, [, number]) => sum + number, 0);

  const sections: readonly Section[] = [
    {
      title: "Read",
      rows: [
        {
          label: "files",
          value: grouped(counts.files),
          ...(counts.tests > 0 && { remark: `without ${count(counts.tests, "test")}` }),
        },
        ...(counts.pages > 0
          ? [{ label: "of pages alone", value: grouped(counts.pages), isPart: true, remark: "not searched" }]
          : []),
        { label: "functions", value: grouped(counts.functions) },
        { label: "calls", value: grouped(counts.calls) },
        { label: "entry points", value: grouped(counts.entryPoints) },
        { label: "routes", value: grouped(counts.routes) },
      ],
    },
    {
      title: "Found",
      rows: [
        { label: "blocking calls", value: grouped(counts.blockingCalls) },
        ...ALL_CONTEXTS.map((context) => {
          return { label: CONTEXTS[context], value: grouped(counts.blockingCallsByContext[context]), isPart: true };
        }),
      ],
    },
    {
      title: "Searched",
      rows: [
        { label: "mentions", value: grouped(counts.searchedMentions) },
        {
          label: "questions to the type checker",
          value: grouped(counts.questions),
          remark: `in ${count(counts.batches, "batch", "batches")}`,
        },
        {
          label: "unresolved mentions",
          value: grouped(unresolvedTotal),
          remark: share(unresolvedTotal, counts.searchedMentions),
        },
        ...unresolved.map(([reason, number]) => {
          return {
            label: REASONS[reason] ?? printable(reason),
            value: grouped(number),
            remark: share(number, counts.searchedMentions),
            isPart: true,
          };
        }),
      ],
    },
    {
      title: "Took",
      rows: [
        { label: "reading", value: duration(times.reading) },
        { label: "searching", value: duration(times.searching) },
        { label: "memory at its peak", value: megabytes(environment.peakMemory()) },
      ],
    },
  ];

  reportProblems(analysis.problems, environment);
  environment.stdout.write(table(sections, coloursFor(environment.stdout, environment.variables)));
  return exitCodeOf(0, analysis.problems);
}

/** The engine's reasons as a person says them; a new one is shown as it is until it has words here. */
const REASONS: Readonly<Record<string, string>> = {
  "untyped-receiver": "receiver without a type",
  "dynamic-member": "member computed at run time",
  "unknown-name": "name declared nowhere",
  "unreadable-file": "in a file that could not be read",
  "no-program": "in a file outside every program",
};

function share(part: number, whole: number): string {
  return whole === 0 ? "" : `${((part / whole) * 100).toFixed(1)}%`;
}

function table(sections: readonly Section[], { bold, dim }: Colours): string {
  const rows = sections.flatMap((section) => section.rows);
  const indented = (row: Row): string => `${row.isPart === true ? "    " : "  "}${row.label}`;
  const labelWidth = Math.max(...rows.map((row) => indented(row).length));
  const valueWidth = Math.max(...rows.map(({ value }) => value.length));
  return sections
    .map(({ title, rows: own }) => {
      const lines = own.map((row) => {
        const line = `${indented(row).padEnd(labelWidth)}  ${row.value.padStart(valueWidth)}`;
        return row.remark === undefined || row.remark === "" ? line : `${line}  ${dim(row.remark)}`;
      });
      return `${bold(title)}\n${lines.join("\n")}\n`;
    })
    .join("\n");
}
