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
  typescript: "bundled",
  maxFiles: 10_000,
};

const CONFIDENCES = ["definite", "probable", "possible"] as const;
const COSTS = [0, 1, 2, 3] as const;
const TYPESCRIPTS = ["bundled", "workspace"] as const;
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
    typescript: TYPESCRIPTS.find((value) => value === from["typescript"]) ?? defaults.typescript,
    maxFiles: isCount(from["maxFiles"]) ? from["maxFiles"] : defaults.maxFiles,
    severity: Object.fromEntries(
      Object.entries({ ...defaults.severity, ...severity }).filter(([, value]) =>
        SEVERITIES.some((known) => known === value),
      ),
    ),
  };
}

/** The settings that count for a file. */
export type SettingsOf = (file: string) => Settings;

/** The findings that the settings show. What they leave as it is by default, the project's configuration decides. */
export function shownFindings(
  { findings, configured }: Pick<Analysis, "findings" | "configured">,
  settingsOf: SettingsOf,
): readonly Finding[] {
  const asConfigured = { ...DEFAULT_SETTINGS, ...configured };
  return findings.filter((finding) => {
    const { enable, confidence, minCost, severity } = settingsOf(finding.location.file);
    const selection: Selection = {
      confidence: confidence === DEFAULT_SETTINGS.confidence ? asConfigured.confidence : confidence,
      minCost: minCost === DEFAULT_SETTINGS.minCost ? asConfigured.minCost : minCost,
      contexts,
    };
    return enable && severity[finding.rule] !== "off" && selectFindings({ findings: [finding] }, selection).length > 0;
  });
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

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
