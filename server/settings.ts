/** The settings a person can change, and what they mean for a finding. */
import {
  presets,
  selectFindings,
  severityOf as usualSeverityOf,
  type Analysis,
  type Finding,
  type Selection,
  type Severity,
} from "@loopguard/engine";
import { DiagnosticSeverity } from "vscode-languageserver";
import type { Settings } from "./protocol.js";

const { contexts } = presets.recommended;

export const DEFAULT_SETTINGS: Settings = {
  enable: true,
  confidence: presets.recommended.confidence,
  minCost: presets.recommended.minCost,
  severity: {},
  codeLens: true,
};

const CONFIDENCES = ["definite", "probable", "possible"] as const;
const COSTS = [0, 1, 2, 3] as const;
const SEVERITIES = ["error", "warning", "information", "hint", "auto", "off"] as const;

/** Reads settings as a client sends them: what is missing or makes no sense is as by default. */
export function readSettings(sent: unknown, defaults = DEFAULT_SETTINGS): Settings {
  const from = isRecord(sent) ? sent : {};
  const severity = isRecord(from["severity"]) ? from["severity"] : {};
  return {
    enable: typeof from["enable"] === "boolean" ? from["enable"] : defaults.enable,
    confidence: CONFIDENCES.find((value) => value === from["confidence"]) ?? defaults.confidence,
    minCost: COSTS.find((value) => value === from["minCost"]) ?? defaults.minCost,
    codeLens: typeof from["codeLens"] === "boolean" ? from["codeLens"] : defaults.codeLens,
    severity: Object.fromEntries(
      Object.entries({ ...defaults.severity, ...severity }).filter(([, value]) =>
        SEVERITIES.some((known) => known === value),
      ),
    ),
  };
}

/** The findings that the settings show. What they leave as it is by default, the project's configuration decides. */
export function shownFindings(
  { findings, configured }: Pick<Analysis, "findings" | "configured">,
  settings: Settings,
): readonly Finding[] {
  if (!settings.enable) return [];
  const { confidence, minCost } = { ...DEFAULT_SETTINGS, ...configured };
  const selection: Selection = {
    confidence: settings.confidence === DEFAULT_SETTINGS.confidence ? confidence : settings.confidence,
    minCost: settings.minCost === DEFAULT_SETTINGS.minCost ? minCost : settings.minCost,
    contexts,
  };
  return selectFindings({ findings }, selection).filter(({ rule }) => settings.severity[rule] !== "off");
}

/** How loud a finding is: as set for its rule, otherwise as every host has it. */
export function severityOf(finding: Finding, { severity }: Settings): DiagnosticSeverity {
  const set = severity[finding.rule];
  return BY_NAME[set === undefined || set === "auto" || set === "off" ? usualSeverityOf(finding) : set];
}

const BY_NAME: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
