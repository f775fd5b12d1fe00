/** The TypeScript front end: opens projects and programs as facts and an oracle. */
export { LiveProject, type LiveOptions } from "./live-project.js";
export {
  openProject,
  projectOfPrograms,
  type OpenOptions,
  type PathsOptions,
  type ProgramsOptions,
} from "./project.js";
export { digestOf, digestText, type Hash, type ProgramDigest } from "./program-digest.js";
export { editsSince, type ProgramRecord, recordedProject, type RecordedProject } from "./program-record.js";
export { readFacts } from "./read-facts.js";
export { rewriterOfText } from "./rewriter.js";
export { hasMoreSources } from "./workspace.js";
