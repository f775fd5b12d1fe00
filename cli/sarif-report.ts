/** Findings as SARIF 2.1.0, the format that code scanning reads: the blocking paths are its code flows. */
import { pathToFileURL } from "node:url";
import {
  type BlockingPath,
  failuresIn,
  type Location,
  type Problem,
  type RuleDeclaration,
  type UnusedSuppression,
} from "@loopguard/engine";
import type {
  CodeFlow,
  Location as SarifLocation,
  Log,
  Notification,
  ReportingDescriptor,
  Result,
  Suppression,
  ThreadFlowLocation,
} from "sarif";
import { fingerprintOf, type Anchored } from "./anchor.js";
import { relativePath } from "./analyse-paths.js";
import { type Accepted, type Report, unusedSuppressionMessage } from "./report.js";
import { severityOf } from "./severity.js";

/**
 * The report as a SARIF log.
 *
 * @param root absolute path of the repository's root, which the files are named from
 * @param rules the declarations of the project-wide rules
 * @param version of this program
 */
export function sarifReport(report: Report, root: string, rules: readonly RuleDeclaration[], version: string): string {
  const descriptors = [
    ...rules.filter(({ preset }) => preset !== "local").map(descriptorOf),
    ...(report.unusedSuppressions.length > 0 ? [UNUSED_SUPPRESSION] : []),
  ];
  const indexOf = (rule: string): number => descriptors.findIndex(({ id }) => id === rule);
  const hasBaseline = report.baseline !== undefined;
  const results: Result[] = [
    ...report.findings.map((each) => ({
      ...resultOf(each, indexOf(each.finding.rule), root),
      ...(hasBaseline && { baselineState: "new" as const }),
    })),
    ...report.accepted.map((each) => ({
      ...resultOf(each, indexOf(each.finding.rule), root),
      ...(hasBaseline && { baselineState: each.by === "baseline" ? ("unchanged" as const) : ("new" as const) }),
      suppressions: [suppressionOf(each)],
    })),
    ...report.unusedSuppressions.map((unused) => ({
      ...unusedResult(unused, indexOf(UNUSED_SUPPRESSION.id), root),
      ...(hasBaseline && { baselineState: "new" as const }),
    })),
  ];
  const log: Log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Loopguard",
            version,
            semanticVersion: version,
            informationUri: REPOSITORY,
            rules: descriptors,
          },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [ROOT_ID]: { uri: `${pathToFileURL(root).href.replace(/\/$/u, "")}/` } },
        invocations: [
          {
            executionSuccessful: failuresIn(report.problems).length === 0,
            toolExecutionNotifications: report.problems.map((problem) => notificationOf(problem, root)),
          },
        ],
        results,
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

const REPOSITORY = "https://github.com/loopguard/loopguard";
const ROOT_ID = "%SRCROOT%";
/** A reader needs some of the ways to a call, not thousands; how many there are stands in the result's properties. */
const MAX_CODE_FLOWS = 50;

const UNUSED_SUPPRESSION: ReportingDescriptor = {
  id: "unused-suppression",
  name: "unused-suppression",
  shortDescription: { text: "Disable comments that cover nothing." },
  helpUri: `${REPOSITORY}/blob/main/docs/adopting.md`,
  defaultConfiguration: { level: "warning" },
};

function descriptorOf({ name, description, details }: RuleDeclaration): ReportingDescriptor {
  const helpUri = `${REPOSITORY}/blob/main/docs/rules/${name}.md`;
  return {
    id: name,
    name,
    shortDescription: { text: `${description}.` },
    fullDescription: { text: `${description}.` },
    help: { text: `${description}. See ${helpUri}`, markdown: details.trim() },
    helpUri,
    defaultConfiguration: { level: "warning" },
    properties: { tags: ["performance", "event-loop"], precision: "very-high", "problem.severity": "warning" },
  };
}

function resultOf(anchored: Anchored, ruleIndex: number, root: string): Result {
  const { finding } = anchored;
  const { rule, message, location, paths, kind, cost, confidence, context, callee } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    level: severityOf(finding),
    message: { text: message },
    locations: [locationOf(location, root)],
    partialFingerprints: { "loopguardBlockingCall/v1": fingerprintOf(anchored, root) },
    ...(paths.length > 0 && { codeFlows: paths.slice(0, MAX_CODE_FLOWS).map((path) => codeFlowOf(path, root)) }),
    properties: {
      kind,
      callee,
      confidence,
      context,
      costTier: cost.tier,
      ...(cost.ms !== undefined && { costMs: cost.ms }),
      entryPoints: paths.length,
    },
  };
}

/** The entry point, then each call on the way, the blocking call last. */
function codeFlowOf({ entryPoint, hops, confidence }: BlockingPath, root: string): CodeFlow {
  const { label } = entryPoint;
  const [first] = hops;
  // The first hop is often the entry point's own function: one step, with both names.
  const isSame = first !== undefined && hops.length > 1 && isSamePlace(first.location, entryPoint.location);
  const entry = isSame ? `${label} → ${first.name}` : label;
  const steps = (isSame ? hops.slice(1) : hops).map(({ name, location }, index, all) =>
    stepOf(location, name, index === all.length - 1 ? "essential" : "important", root),
  );
  return {
    message: { text: `From ${label} (${confidence})` },
    threadFlows: [{ locations: [stepOf(entryPoint.location, entry, "essential", root), ...steps] }],
  };
}

function isSamePlace(a: Location, b: Location): boolean {
  return a.file === b.file && a.line === b.line && a.column === b.column;
}

function stepOf(
  location: Location,
  text: string,
  importance: NonNullable<ThreadFlowLocation["importance"]>,
  root: string,
): ThreadFlowLocation {
  return { location: { ...locationOf(location, root), message: { text } }, importance };
}

function suppressionOf({ by, reason }: Accepted): Suppression {
  return {
    kind: by === "comment" ? "inSource" : "external",
    status: "accepted",
    ...(reason !== undefined && { justification: reason }),
  };
}

function unusedResult(unused: UnusedSuppression, ruleIndex: number, root: string): Result {
  return {
    ruleId: UNUSED_SUPPRESSION.id,
    ruleIndex,
    level: "warning",
    message: { text: unusedSuppressionMessage(unused) },
    locations: [locationOf(unused.location, root)],
  };
}

function notificationOf({ message, file, line, failure }: Problem, root: string): Notification {
  return {
    level: failure ? "error" : "warning",
    message: { text: message },
    ...(file !== undefined && {
      locations: [
        {
          physicalLocation: {
            artifactLocation: artifactOf(file, root),
            ...(line !== undefined && { region: { startLine: line } }),
          },
        },
      ],
    }),
  };
}

function locationOf({ file, line, column, endLine, endColumn }: Location, root: string): SarifLocation {
  return {
    physicalLocation: {
      artifactLocation: artifactOf(file, root),
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
  };
}

function artifactOf(file: string, root: string): { uri: string; uriBaseId?: string } {
  const relative = relativePath(file, root);
  if (relative.startsWith("../")) return { uri: pathToFileURL(file).href };
  return { uri: relative.split("/").map(encodeURIComponent).join("/"), uriBaseId: ROOT_ID };
}
