/** The part of the engine that the commands use, as a value: `main.ts` passes the real one, tests may pass another. */
import type { Analysis, Finding, Progress, Project, ProjectHost, RuleDeclaration, Selection } from "@loopguard/engine";

export interface ProgressOptions {
  readonly onProgress?: (progress: Progress) => void;
}

export interface OpenOptions extends ProgressOptions {
  /** The configuration file, absolute with forward slashes; by default the engine looks for it. */
  readonly configuration?: string;
}

export interface Engine {
  /** A promise, because the type checker is loaded only when a project is opened. */
  readonly openProject: (host: ProjectHost, paths: readonly string[], options?: OpenOptions) => Promise<Project>;
  readonly analyse: (project: Project, options?: ProgressOptions) => Analysis;
  readonly selectFindings: (analysis: Analysis, selection: Selection) => readonly Finding[];
  /** Whether a finding passes the selection, suppressed or not. */
  readonly isSelected: (finding: Finding, selection: Selection) => boolean;
  readonly presets: { readonly recommended: Selection; readonly strict: Selection };
  readonly rules: readonly RuleDeclaration[];
}
