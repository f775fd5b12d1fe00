/** Whether a request says what the protocol wants it to say: where it does not, the client is wrong, and is told. */
import { ErrorCodes, type Position, type Range, ResponseError } from "vscode-languageserver";

/** What requests are made of, by the names that the protocol has for it. */
const CHECKS = {
  textDocument: (value) => isRecord(value) && typeof value["uri"] === "string",
  position: isPosition,
  range: isRange,
  context: (value) => isRecord(value) && (value["only"] === undefined || Array.isArray(value["only"])),
  item: isRecord,
  previousResultIds: (value) =>
    Array.isArray(value) &&
    value.every((each) => isRecord(each) && typeof each["uri"] === "string" && typeof each["value"] === "string"),
} satisfies Readonly<Record<string, (value: unknown) => boolean>>;

/**
 * The parameters as they are.
 *
 * @param names of those that are needed
 * @throws ResponseError of invalid parameters
 */
export function checked<Params extends object>(
  params: Params,
  ...names: readonly (keyof Params & keyof typeof CHECKS)[]
): Params {
  const wrong = names.find((name) => !CHECKS[name](params[name]));
  if (wrong === undefined) return params;
  throw new ResponseError(ErrorCodes.InvalidParams, `"${wrong}" is missing, or is not what the protocol says.`);
}

function isRange(value: unknown): value is Range {
  return isRecord(value) && isPosition(value["start"]) && isPosition(value["end"]);
}

function isPosition(value: unknown): value is Position {
  return isRecord(value) && typeof value["line"] === "number" && typeof value["character"] === "number";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
