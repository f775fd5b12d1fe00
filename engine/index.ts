/** The engine's public face: open a project, analyse it, select what to show. */
export type * from "./catalogue/row.js";
export type * from "./entrypoints/framework.js";
export type * from "./project.js";
export type * from "./rules/finding.js";
export type * from "./rules/rule.js";
