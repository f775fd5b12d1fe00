/** What a hover says about a function or a call: what it does to the loop, who waits on it, what to do. */
import type { Cost, Finding } from "@loopguard/engine";
import type { Hover } from "vscode-languageserver";
import type { FindingPath, Place } from "./call-graph.js";
import { documentationOf, rangeOf } from "./diagnostics.js";

/** More of them are counted only. */
const MAX_NAMED = 5;

/** @param format what the client can show */
export function hoverOf({ node, location, paths }: Place, format: "markdown" | "plaintext"): Hover {
  const paragraphs =
    node.is === "blocking-call" ? aboutBlockingCall(node.finding, paths) : aboutWayToBlockingCalls(node.name, paths);
  const markdown = paragraphs.join("\n\n");
  const value = format === "markdown" ? markdown : withoutMarkup(markdown);
  return { contents: { kind: format, value }, range: rangeOf(location) };
}

function aboutBlockingCall(finding: Finding, paths: readonly FindingPath[]): string[] {
  return [
    `**Blocks the event loop** ${timeOf(finding.cost)}.`,
    finding.message,
    whoWaits(paths),
    `[${finding.rule}](${documentationOf(finding.rule)})`,
  ].filter((paragraph) => paragraph !== "");
}

function aboutWayToBlockingCalls(name: string, paths: readonly FindingPath[]): string[] {
  const shortest = new Map<Finding, string>();
  for (const { finding, path } of paths) {
    const names = path.hops.map((hop) => hop.name);
    const way = names.slice(Math.max(0, names.indexOf(name))).join(" → ");
    const known = shortest.get(finding);
    if (known === undefined || way.length < known.length) shortest.set(finding, way);
  }
  const calls = [...shortest]
    .sort(([a], [b]) => b.cost.tier - a.cost.tier)
    .map(([finding, way]) => `- \`${finding.callee}\` ${timeOf(finding.cost)}: ${way}`);
  return [
    `**Runs on the event loop**, and keeps it waiting for ${counted(shortest.size, "blocking call")}:`,
    named(calls, "\n", (more) => `- and ${more} more`),
    whoWaits(paths),
  ];
}

function whoWaits(paths: readonly FindingPath[]): string {
  const labels = [...new Set(paths.map(({ path }) => path.entryPoint.label))];
  if (labels.length === 0) return "";
  return `Waiting on it: ${named(labels, ", ", (more) => `and ${more} more`)}.`;
}

function named(items: readonly string[], separator: string, rest: (more: number) => string): string {
  const more = items.length - MAX_NAMED;
  return [...items.slice(0, MAX_NAMED), ...(more > 0 ? [rest(more)] : [])].join(separator);
}

/** `for about 65 ms` */
export function timeOf({ ms, tier }: Cost): string {
  if (ms === undefined) return BY_TIER[tier];
  return `for about ${ms >= 10 ? Math.round(ms) : Number(ms.toPrecision(2))} ms`;
}

const BY_TIER: Readonly<Record<Cost["tier"], string>> = {
  0: "for less than 0.05 ms",
  1: "for up to 1 ms",
  2: "for up to 20 ms",
  3: "for more than 20 ms",
};

export function counted(count: number, noun: string): string {
  return `${count === 0 ? "no" : count} ${noun}${count === 1 ? "" : "s"}`;
}

function withoutMarkup(markdown: string): string {
  return markdown
    .replaceAll("**", "")
    .replaceAll("`", "")
    .replace(/\[(?<text>[^\]]*)\]\((?<address>[^)]*)\)/gu, "$<text>: $<address>");
}
