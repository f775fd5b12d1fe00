/** The engine's public face: analyse a project, and select what to show. Projects are opened by `./typescript`. */
export { analyse, analysisOf, type AnalysisOptions, findRoutes } from "./analysis.js";
export { analysisAfter, type AnalysisRecord, LiveAnalysis, recordedAnalysis } from "./live-analysis.js";
export { catalogue } from "./catalogue/index.js";
export type * from "./catalogue/measurement.js";
export type * from "./catalogue/row.js";
export { CONFIGURATION_FILE } from "./configuration/configuration.js";
export type * from "./configuration/configuration.js";
export { findConfiguration, readConfiguration, type ConfigurationHost } from "./configuration/read.js";
export { configurationSchema } from "./configuration/schema.js";
export { frameworks } from "./entrypoints/index.js";
export type * from "./entrypoints/framework.js";
export type * from "./facts/facts.js";
export { disableComment, type Insertion } from "./fixes/disable-comment.js";
export {
  applyEdits,
  type FileEdits,
  type Fix,
  FIX_LEVELS,
  type FixLevel,
  isRefusal,
  type Refusal,
} from "./fixes/fix.js";
export { isOffloadable } from "./fixes/offload.js";
export { type CombinedFix, fixAll, fixOf, fixTitle, tagFix } from "./fixes/fixes.js";
export type * from "./handler-reader.js";
export type * from "./rewriter.js";
export * from "./schema-reader.js";
export type { Progress } from "./progress.js";
export type * from "./project.js";
export type * from "./reference.js";
export * from "./openapi/index.js";
export type { RegexSource } from "./catalogue/lookup.js";
export { type RegexConfirmation, withConfirmedRegexes } from "./rules/regex-confirmation.js";
export { type FailedProblem, failureProblem, failuresIn, textOf as errorText } from "./rules/failure.js";
export { rules } from "./rules/declarations.js";
export type * from "./rules/finding.js";
export type * from "./rules/rule.js";
export { severityOf, type Severity } from "./rules/severity.js";
export { isSelected, presets, selectFindings } from "./rules/selection.js";
