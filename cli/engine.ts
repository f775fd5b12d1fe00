/** The part of the engine that the commands use, as a value: `main.ts` passes the real one, tests may pass another. */
import type {
  Analysis,
  ApiChange,
  ApiDocument,
  CombinedFix,
  DocumentOptions,
  Finding,
  FixLevel,
  OpenApiDocument,
  OpenApiInfo,
  OpenApiVersion,
  Progress,
  Project,
  ProjectHost,
  Route,
  RouteAnalysis,
  RuleDeclaration,
  Selection,
  TextEdit,
} from "@loopguard/engine";
import type { DocumentValidator } from "./document-validator.js";

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
  readonly findRoutes: (project: Project, options?: ProgressOptions) => RouteAnalysis;
  readonly fixAll: (project: Project, findings: readonly Finding[], level: FixLevel) => CombinedFix;
  readonly applyEdits: (text: string, edits: readonly TextEdit[]) => string;
  /** Of handlers that tell requests apart by themselves. */
  readonly dispatchedRoutes: (project: Project) => readonly Route[];
  readonly openApiDocument: (project: Project, routes: readonly Route[], options: DocumentOptions) => ApiDocument;
  readonly packageInfo: (host: ProjectHost, path: string) => OpenApiInfo;
  readonly inVersion: (document: OpenApiDocument, version: OpenApiVersion) => OpenApiDocument;
  readonly compareDocuments: (before: OpenApiDocument, after: OpenApiDocument) => readonly ApiChange[];
  /** What checks documents is loaded only for them, and while they are made. */
  readonly openDocumentValidator: (version: OpenApiVersion) => DocumentValidator;
  readonly selectFindings: (analysis: Analysis, selection: Selection) => readonly Finding[];
  /** Whether a finding passes the selection, suppressed or not. */
  readonly isSelected: (finding: Finding, selection: Selection) => boolean;
  readonly presets: { readonly recommended: Selection; readonly strict: Selection };
  readonly rules: readonly RuleDeclaration[];
}
