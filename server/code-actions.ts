/** Fixes as code actions: offered for the findings at a range, filled in when one is chosen. */
import { type Finding, isOffloadable } from "@loopguard/engine";
import {
  type ChangeAnnotation,
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  type CodeActionOptions,
  type CodeActionParams,
  type CreateFile,
  type Diagnostic,
  LSPErrorCodes,
  type Range,
  ResponseError,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { FindingKey, FixAnswer, FixName, FixQuestion } from "./analysis/fixing.js";
import { rangeOf } from "./diagnostics.js";

/** Work moves to a worker pool, with new files. */
export const OFFLOAD: CodeActionKind = `${CodeActionKind.RefactorRewrite}.loopguard.offload`;

export const CODE_ACTION_OPTIONS: CodeActionOptions = {
  codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, OFFLOAD],
  resolveProvider: true,
};

/** What code actions are made from. */
export interface CodeActionSource {
  readonly client: ClientCapabilities;
  /** The shown findings of a document, each with its diagnostic. */
  findingsOf(uri: string): readonly { readonly finding: Finding; readonly diagnostic: Diagnostic }[];
  /** One answer for each question, or none when there is no analysis to ask. */
  fixes(questions: readonly FixQuestion[]): Promise<readonly FixAnswer[]>;
  uriOf(file: string): string;
  /** Of an open document. */
  versionOf(uri: string): number | undefined;
}

/** In the order in which they are offered. */
const OFFERED: readonly { readonly fix: FixName; readonly kind: CodeActionKind; readonly refused?: string }[] = [
  // Where it is refused it is shown all the same, disabled, where the client can show that.
  { fix: "local", kind: CodeActionKind.QuickFix, refused: "Await the asynchronous form" },
  { fix: "transitive", kind: CodeActionKind.RefactorRewrite, refused: "Make asynchronous, with all callers" },
  // Others would have to wait as well: by choice, and under a title that says so.
  { fix: "public", kind: CodeActionKind.RefactorRewrite },
  { fix: "offload", kind: OFFLOAD, refused: "Run in a worker pool" },
  // Second best: whoever waits for the loop waits no less.
  { fix: "yield", kind: CodeActionKind.RefactorRewrite, refused: "Let others run between rounds of the loop" },
  { fix: "ignore", kind: CodeActionKind.QuickFix },
  { fix: "startup", kind: CodeActionKind.QuickFix },
  { fix: "nonblocking", kind: CodeActionKind.QuickFix },
];

export async function codeActions(
  { textDocument, range, context }: CodeActionParams,
  source: CodeActionSource,
): Promise<CodeAction[]> {
  const offered = OFFERED.filter(
    ({ kind }) => isWanted(kind, context.only) && (kind !== OFFLOAD || canCreate(source.client)),
  );
  const asked = source
    .findingsOf(textDocument.uri)
    .filter(({ finding }) => touches(rangeOf(finding.location), range))
    .flatMap(({ finding, diagnostic }) => {
      const key = keyOf(finding);
      return offered.filter(({ fix }) => isFor(fix, finding)).map((offer) => ({ offer, diagnostic, key }));
    });
  if (asked.length === 0) return [];
  const isOffer = canResolve(source.client);
  const answers = await source.fixes(asked.map(({ offer, key }) => ({ fix: offer.fix, finding: key, isOffer })));
  const fixedBy = (wanted: FixName): ReadonlySet<FindingKey> =>
    new Set(
      asked.flatMap(({ offer, key }, index) =>
        offer.fix === wanted && "title" in (answers[index] ?? {}) ? [key] : [],
      ),
    );
  /** Where no signature has to change, nothing more is offered; nor a change of what the package offers without need. */
  const isFixed = fixedBy("local");
  const isSpread = fixedBy("transitive");
  return asked.flatMap(({ offer, diagnostic, key }, index): CodeAction[] => {
    const answer = answers[index];
    if (!answer) return [];
    const { kind, fix, refused } = offer;
    if ((fix === "transitive" || fix === "public") && isFixed.has(key)) return [];
    if (fix === "public" && isSpread.has(key)) return [];
    if ("reason" in answer) {
      const { codeAction } = source.client.textDocument ?? {};
      if (refused === undefined || codeAction?.disabledSupport !== true) return [];
      return [{ title: refused, kind, diagnostics: [diagnostic], disabled: { reason: answer.reason } }];
    }
    const action: CodeAction = { title: answer.title, kind, diagnostics: [diagnostic] };
    if (fix === "local") action.isPreferred = true;
    const question: FixQuestion = { fix, finding: key };
    const edit = isOffer ? { data: question } : { edit: workspaceEdit(answer, fix, source) };
    return [{ ...action, ...edit }];
  });
}

/**
 * The action with its edit.
 *
 * @throws ResponseError with the reason when it is refused by now, because the code has changed since
 */
export async function resolveCodeAction(action: CodeAction, source: CodeActionSource): Promise<CodeAction> {
  const question = action.data as FixQuestion | undefined;
  if (question === undefined) return action;
  const [answer] = await source.fixes([question]);
  if (!answer || "reason" in answer) {
    throw new ResponseError(LSPErrorCodes.RequestFailed, answer?.reason ?? "The analysis is not ready.");
  }
  return { ...action, edit: workspaceEdit(answer, question.fix, source) };
}

function keyOf({ identity, location: { file, start, end } }: Finding): FindingKey {
  return { identity, file, start, end };
}

/** Kinds are trees: who asks for `refactor` wants `refactor.rewrite` too. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
}

function touches(one: Range, other: Range): boolean {
  const isBehind = (a: Range, b: Range): boolean =>
    a.start.line > b.end.line || (a.start.line === b.end.line && a.start.character > b.end.character);
  return !isBehind(one, other) && !isBehind(other, one);
}

function canResolve({ textDocument }: ClientCapabilities): boolean {
  const { codeAction } = textDocument ?? {};
  return codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes("edit") === true;
}

/** Whether it makes sense to ask for the fix at all. */
function isFor(fix: FixName, finding: Finding): boolean {
  const { builds, kind, isInLoop, twin } = finding;
  if (fix === "yield") return builds === undefined && !twin && (kind === "loop" || (kind === "cpu" && isInLoop));
  if (fix === "transitive") return builds === undefined;
  if (fix === "offload") return isOffloadable(finding);
  return true;
}

/** Whether the client takes files in an edit that are not there yet. */
function canCreate({ workspace }: ClientCapabilities): boolean {
  const { documentChanges, resourceOperations = [] } = workspace?.workspaceEdit ?? {};
  return documentChanges === true && resourceOperations.includes("create");
}

/** What reaches into other functions is looked at by a person before it is done, where the client can show it. */
function workspaceEdit(
  fix: Exclude<FixAnswer, { reason: string }>,
  name: FixName,
  source: CodeActionSource,
): WorkspaceEdit {
  const { documentChanges, changeAnnotationSupport } = source.client.workspace?.workspaceEdit ?? {};
  const files = fix.files.map(({ file, edits, isNew = false }) => ({ uri: source.uriOf(file), edits, isNew }));
  if (documentChanges !== true)
    return { changes: Object.fromEntries(files.map(({ uri, edits }) => [uri, [...edits]])) };
  const annotation = changeAnnotationSupport === undefined ? undefined : fix.title;
  return {
    documentChanges: files.flatMap(({ uri, edits, isNew }): (CreateFile | TextDocumentEdit)[] => {
      const annotated = edits.map((edit) => (annotation === undefined ? edit : { ...edit, annotationId: annotation }));
      const changed = { textDocument: { uri, version: source.versionOf(uri) ?? null }, edits: annotated };
      if (!isNew) return [changed];
      return [{ kind: "create", uri, ...(annotation !== undefined && { annotationId: annotation }) }, changed];
    }),
    ...(annotation !== undefined && { changeAnnotations: { [annotation]: annotationOf(fix, name) } }),
  };
}

function annotationOf({ title, cautions }: Exclude<FixAnswer, { reason: string }>, name: FixName): ChangeAnnotation {
  return {
    label: title,
    ...((name === "transitive" || name === "public" || name === "offload") && { needsConfirmation: true }),
    ...(cautions.length > 0 && { description: cautions.join(" ") }),
  };
}
