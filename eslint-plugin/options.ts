/** The options of the rules: what is shown of the findings. Their defaults are the presets of the engine. */
import { presets, type Analysis, type Confidence, type RuleDeclaration, type Selection } from "@loopguard/engine";
import type { Rule } from "eslint";

/** JSON Schema, as ESLint describes a rule's options. */
type Schema = Extract<Rule.RuleMetaData["schema"], readonly unknown[]>[number];
type MinCost = Selection["minCost"];

export interface LocalOptions {
  readonly minCost: MinCost;
}

export interface ProjectOptions extends LocalOptions {
  readonly confidence: Confidence;
}

/** Options of a project-wide rule in a preset. */
export function projectOptionsOf(preset: Selection): ProjectOptions {
  return { confidence: preset.confidence, minCost: preset.minCost };
}

/** The preset that a rule belongs to says what it shows by itself: a strict rule would be silent by a lesser one. */
export function presetOf({ preset }: Pick<RuleDeclaration, "preset">): Selection {
  return preset === "strict" ? presets.strict : presets.recommended;
}

/**
 * What a project-wide rule shows.
 *
 * @param preset where neither the rule's options nor the project say
 * @param configured by the project itself: counts where the rule's options do not say
 */
export function projectSelection(
  preset: Selection,
  options: Partial<ProjectOptions>,
  configured: Analysis["configured"] = {},
): Selection {
  return { ...preset, ...configured, ...options };
}

/**
 * What the single-file rule shows. An async function with unknown callers is as certain as one file
 * can be; code that the file itself runs at start-up, once or in a worker is left alone.
 */
export function localSelection({ minCost }: LocalOptions): Selection {
  return { minCost, confidence: "possible", contexts: ["loop", "unknown"] };
}

const confidence: Schema = {
  description:
    "The least certain finding to report. `definite`: every call on the path is resolved and the entry point is known. " +
    "`probable`: one call goes through an interface or an override, or the entry point is likely. " +
    "`possible`: an async function that nothing is known to call, or a call that could not be resolved.",
  type: "string",
  enum: ["definite", "probable", "possible"] satisfies Confidence[],
};

const minCost: Schema = {
  description:
    "The least cost of one call to report. `0`: any. `1`: from 0.05 ms. `2`: from 1 ms. `3`: from 20 ms. " +
    "Calls below it are reported all the same when they are made in a loop.",
  type: "integer",
  enum: [0, 1, 2, 3] satisfies MinCost[],
};

export const projectSchema = schemaOf({ confidence, minCost });
export const localSchema = schemaOf({ minCost });

function schemaOf(properties: Record<string, Schema>): readonly Schema[] {
  return [{ type: "object", properties, additionalProperties: false }];
}
