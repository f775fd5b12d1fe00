/** A rule's declaration: the one source of its name, documentation, options and presets in every host. */
import type { CatalogueRow, Kind } from "../catalogue/row.js";
import type { Confidence } from "./finding.js";

export type Preset = "recommended" | "strict" | "local";

export interface RuleExample {
  readonly title: string;
  readonly code: string;
}

export interface RuleDeclaration {
  readonly name: string;
  /** One sentence without a full stop, as ESLint's documentation wants it. */
  readonly description: string;
  /** The kinds of blocking calls it reports. */
  readonly kinds: readonly Kind[];
  /** The least strict preset that contains it. */
  readonly preset: Preset;
  /** The most certain that it is of what a row says; undefined where that depends on the row's input alone. */
  readonly certainty?: (row: CatalogueRow) => Confidence | undefined;
  /** Markdown: why, what it finds, what it leaves alone. */
  readonly details: string;
  readonly invalid: readonly RuleExample[];
  readonly valid: readonly RuleExample[];
}
