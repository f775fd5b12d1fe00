/** What a person writes beside the plugin's name in tsconfig.json. */
import { type Confidence, type RuleName, type Selection, type Severity } from "@loopguard/engine";
import { CODES } from "./diagnostics.js";

/** As given: anything at all. */
export type GivenConfiguration = Readonly<Record<string, unknown>>;

export interface Configuration {
  readonly enable: boolean;
  /** Counts more than what loopguard.config.json says, which counts more than the preset. */
  readonly selection: Partial<Pick<Selection, "confidence" | "minCost">>;
  readonly severity: Readonly<Partial<Record<RuleName, Severity | "auto" | "off">>>;
  /** What is wrong with it, as sentences for a person. What is wrong counts as not given. */
  readonly problems: readonly string[];
}

const CONFIDENCES: readonly Confidence[] = ["definite", "probable", "possible"];
const COSTS: readonly Selection["minCost"][] = [0, 1, 2, 3];
const SEVERITIES: readonly (Severity | "auto" | "off")[] = ["error", "warning", "information", "hint", "auto", "off"];
const RULES = Object.keys(CODES) as readonly RuleName[];
const SETTINGS = ["enable", "confidence", "minCost", "severity"];
/** TypeScript's own: it loads the plugin by its name, and hands everything over. */
const NOT_OURS = ["name", "transform"];

/** @param given the plugin's entry in tsconfig.json, with what the editor says laid over it */
export function readConfiguration(given: GivenConfiguration): Configuration {
  const problems: string[] = [];
  const oneOf = <Value>(name: string, value: unknown, known: readonly Value[]): Value | undefined => {
    const found = known.find((each) => each === value);
    if (found === undefined && value !== undefined) {
      problems.push(`"${name}" is ${JSON.stringify(value)}; it can be ${listed(known)}.`);
    }
    return found;
  };
  const confidence = oneOf("confidence", given["confidence"], CONFIDENCES);
  const minCost = oneOf("minCost", given["minCost"], COSTS);
  const selection = { ...(confidence && { confidence }), ...(minCost !== undefined && { minCost }) };
  const enable = oneOf("enable", given["enable"], [true, false]) ?? true;
  for (const name of Object.keys(given)) {
    if (!SETTINGS.includes(name) && !NOT_OURS.includes(name)) {
      problems.push(`There is no setting "${name}"; the settings are ${listed(SETTINGS)}.`);
    }
  }
  const severity: Partial<Record<RuleName, Severity | "auto" | "off">> = {};
  for (const [name, value] of Object.entries(recordOf(given["severity"], problems))) {
    const rule = RULES.find((each) => each === name);
    if (rule === undefined) problems.push(`"severity" names no rule with "${name}"; the rules are ${listed(RULES)}.`);
    else severity[rule] = oneOf(`severity.${name}`, value, SEVERITIES) ?? "auto";
  }
  return { enable, selection, severity, problems };
}

function recordOf(value: unknown, problems: string[]): GivenConfiguration {
  if (value === undefined) return {};
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as GivenConfiguration;
  problems.push(`"severity" is ${JSON.stringify(value)}; it is an object: a severity by rule.`);
  return {};
}

function listed(values: readonly unknown[]): string {
  const written = values.map((value) => JSON.stringify(value));
  return `${written.slice(0, -1).join(", ")} or ${written.at(-1) ?? ""}`;
}
