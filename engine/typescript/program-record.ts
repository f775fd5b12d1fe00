/** What is remembered of a program that was analysed, to tell in another process what has changed since. */
import type ts from "typescript";
import type { Span } from "../facts/facts.js";
import { movedSpan } from "../facts/replaced.js";
import type { Edit, FileRole, Project, ProjectFile } from "../project.js";
import bundledTypeScript from "./bundled-typescript.cjs";
import type { TypeScript } from "./declaration.js";
import { type AnswersRecord, KeptAnswers } from "./kept-answers.js";
import type { ProgramDigest } from "./program-digest.js";
import { factsOf, oracleOf, type ProgramsOptions, projectOfPrograms } from "./project.js";
import { sealedEdit } from "./sealed-edit.js";

/** Plain JSON. True of the version of TypeScript that made the program, and of this engine. */
export interface ProgramRecord {
  readonly surroundings: string;
  readonly files: readonly RecordedFile[];
  readonly answers: AnswersRecord;
}

interface RecordedFile {
  readonly path: string;
  /** The digest's hashes. */
  readonly text: string;
  readonly reading: string;
  /** Absent for tests, which are not read. */
  readonly read?: { readonly source: string; readonly role: FileRole };
}

export interface RecordedProject {
  readonly project: Project;
  /** The program, and what was asked of it by now. */
  record(): ProgramRecord;
}

/** A project over a program, as `projectOfPrograms`, that can be remembered. */
export function recordedProject(
  program: ts.Program,
  { surroundings, files }: ProgramDigest,
  options: ProgramsOptions = {},
): RecordedProject {
  const onRead = (declaration: ts.Node): void => {
    answers.read(declaration.getSourceFile().fileName, declaration.pos);
  };
  const project = projectOfPrograms([program], { ...options, onRead });
  const answers = new KeptAnswers(project.oracle);
  const recordedFile = (path: string): Pick<RecordedFile, "read"> => {
    const source = program.getSourceFile(path)?.text;
    const role = project.files.get(path)?.role;
    return source === undefined || role === undefined ? {} : { read: { source, role } };
  };
  return {
    project: { ...project, oracle: answers },
    record: () => ({
      surroundings,
      files: [...files].map(([path, { text, reading }]) => ({ path, text, reading, ...recordedFile(path) })),
      answers: answers.record(),
    }),
  };
}

/**
 * What changed in a program since it was recorded, where that is no more than some statements in each file.
 *
 * @returns undefined when more has changed: names elsewhere may stand for something else now
 */
export function editsSince(
  record: ProgramRecord,
  program: ts.Program,
  digest: ProgramDigest,
  typescript: TypeScript = bundledTypeScript,
): readonly Edit[] | undefined {
  const { surroundings, files } = digest;
  if (record.surroundings !== surroundings || record.files.length !== files.size) return undefined;
  const changed = record.files.filter(({ path, text }) => files.get(path)?.text !== text);
  if (record.files.some(({ path, reading }) => files.get(path)?.reading !== reading)) return undefined;
  if (changed.length === 0) return [];
  // Binds the trees: what is compared must know what is around it.
  program.getTypeChecker();
  const answers = new KeptAnswers(oracleOf(typescript, program), record.answers);
  const edits: Edit[] = [];
  const scopes: Scope[] = [];
  for (const { path, read } of changed) {
    // A test, which is of interest to those alone that import it.
    if (!read && !isImported(path, record, files)) continue;
    const after = program.getSourceFile(path);
    if (!read || !after) return undefined;
    const before = treeOf(typescript, read.source, after);
    const sealed = sealedEdit(typescript, before, after, ({ pos }) => answers.isRead(path, pos));
    if (!sealed || !answers.replace(path, sealed.replaced, NOWHERE)) return undefined;
    scopes.push({ path, span: movedSpan(sealed.scope, sealed.replaced) ?? sealed.replaced.after });
    const fileOf = (tree: ts.SourceFile): ProjectFile => {
      return { path, role: read.role, facts: factsOf(typescript, tree) };
    };
    edits.push({ replaced: sealed.replaced, before: fileOf(before), after: fileOf(after) });
  }
  return haveSameAnswers(answers, scopes) ? edits : undefined;
}

/** Where the names in a file may stand for something else after an edit. */
interface Scope {
  readonly path: string;
  readonly span: Span;
}

const NOWHERE: Span = { start: -1, end: -1 };

/** The text as it was, read as the file is read now. */
function treeOf(typescript: TypeScript, text: string, now: ts.SourceFile): ts.SourceFile {
  const { fileName, languageVersion, impliedNodeFormat } = now;
  const format = impliedNodeFormat && { impliedNodeFormat };
  return typescript.createSourceFile(fileName, text, { languageVersion, ...format }, true);
}

/** Asks again what was asked where names may stand for something else. */
function haveSameAnswers(answers: KeptAnswers, scopes: readonly Scope[]): boolean {
  return scopes.every(({ path, span }) => {
    const known = answers.askedIn(path, span);
    answers.forget([path], []);
    const now = answers.ask(known.map(({ question }) => question));
    return JSON.stringify(now) === JSON.stringify(known.map(({ answer }) => answer));
  });
}

function isImported(path: string, { files: recorded }: ProgramRecord, files: ProgramDigest["files"]): boolean {
  return recorded.some((file) => file.read !== undefined && files.get(file.path)?.imports.includes(path) === true);
}
