/** The engine's public face: analyse a project, and select what to show. Projects are opened by `./typescript`. */
export { analyse, analysisOf, type AnalysisOptions } from "./analysis.js";
export { catalogue } from "./catalogue/index.js";
export type * from "./catalogue/measurement.js";
export { measurements } from "./catalogue/measurements/index.js";
export type * from "./catalogue/row.js";
export { frameworks } from "./entrypoints/index.js";
export type * from "./entrypoints/framework.js";
export type * from "./facts/facts.js";
export type { Progress } from "./progress.js";
export type * from "./project.js";
export type * from "./reference.js";
export { rules } from "./rules/declarations.js";
export type * from "./rules/finding.js";
export type * from "./rules/rule.js";
export { isSelected, presets, selectFindings } from "./rules/selection.js";
