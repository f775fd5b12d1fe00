/** The extension's settings, from the rules' declarations: what the manifest, its texts and the documentation say. */
import { presets, rules, type Confidence } from "@loopguard/engine";

/** One setting, named from `loopguard.` on. */
export interface Setting {
  readonly name: string;
  readonly description: string;
  /** JSON Schema: what it accepts, beside the description. */
  readonly schema: Readonly<Record<string, unknown>> & { readonly default: unknown };
  /** For those that accept a few values: what each means, in their order. */
  readonly meanings?: readonly string[];
  /** Whether it decides what is shown, or where requests go: such a setting is taken from a workspace only when that is trusted. */
  readonly isRestricted: boolean;
  /** Whether no workspace can choose it, but the person alone. */
  readonly isPersonal?: boolean;
}

const page = "https://github.com/loopguard/loopguard/blob/main/docs/rules";

const confidences: Readonly<Record<Confidence, string>> = {
  definite: "Every step of the path is resolved, and the entry point is known.",
  probable: "Also where a step goes through an interface or an override, or the entry point is likely.",
  possible: "Also async functions that nobody is known to call, and steps that could not be resolved.",
};

const costs = [
  "All calls.",
  "0.05 ms per call and more.",
  "1 ms per call and more.",
  "20 ms per call and more.",
] as const;

const severities = {
  auto: "By how sure it is and how long it blocks.",
  error: "An error.",
  warning: "A warning.",
  information: "Information.",
  hint: "A hint.",
  off: "Not shown.",
} as const;

const { confidence, minCost } = presets.recommended;

/** Every setting, in the order in which the editor shows them. */
export const settings: readonly Setting[] = [
  {
    name: "enable",
    description: "Show what blocks the event loop.",
    schema: { type: "boolean", default: true },
    isRestricted: true,
  },
  {
    name: "confidence",
    description: "How sure it has to be that the event loop waits.",
    schema: { type: "string", enum: Object.keys(confidences), default: confidence },
    meanings: Object.values(confidences),
    isRestricted: true,
  },
  {
    name: "minCost",
    description: "How long a call has to block. Cheaper calls are shown where they are made in a loop.",
    schema: { type: "integer", enum: costs.map((_, tier) => tier), default: minCost },
    meanings: costs,
    isRestricted: true,
  },
  {
    name: "codeLens",
    description: "Show above each handler how many blocking calls it waits on.",
    schema: { type: "boolean", default: true },
    isRestricted: true,
  },
  {
    name: "typescript",
    description: "Whose TypeScript reads the project. That of a workspace is loaded only where you trust it.",
    schema: { type: "string", enum: ["bundled", "workspace"], default: "bundled" },
    meanings: [
      "The one that comes with Loopguard.",
      "The one in the workspace's `node_modules`, from 5.9 on, before 7.",
    ],
    isRestricted: false,
    isPersonal: true,
  },
  {
    name: "maxFiles",
    description:
      "Source files in a folder of the workspace. Of one with more, the packages of the open files are analysed, and what they import.",
    schema: { type: "integer", minimum: 0, default: 10_000 },
    isRestricted: false,
    isPersonal: true,
  },
  {
    name: "openapi.server",
    description: "Where requests go that are tried out in the preview of OpenAPI documents: there alone.",
    schema: { type: "string", format: "uri", pattern: "^https?://", default: "http://localhost:3000" },
    isRestricted: true,
  },
  // The presets of ESLint's plugin that look at one file alone have no place beside the whole project.
  ...rules
    .filter(({ preset }) => preset !== "local")
    .map(({ name, description }): Setting => ({
      name: `severity.${name}`,
      description: `[${name}](${page}/${name}.md): ${description.replace(/^Disallow /u, "")}.`,
      schema: { type: "string", enum: Object.keys(severities), default: "auto" },
      meanings: Object.values(severities),
      isRestricted: true,
    })),
  {
    name: "trace.server",
    description: "Write what the editor and the language server say to each other into the log.",
    schema: { type: "string", enum: ["off", "messages", "verbose"], default: "off" },
    isRestricted: false,
  },
];
