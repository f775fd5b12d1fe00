/** Handlers that are registered with a framework: whether they may be asynchronous there. */
import type ts from "typescript";
import type { RegistrationPlace } from "../../rewriter.js";
import { isAtLeast } from "../dependencies.js";
import type { TypeScript } from "../declaration.js";
import { isTransparent } from "./functions.js";
import type { Surroundings } from "./uses.js";

/** The version that all others come after, those that a manifest does not write out too. */
const ANY = "0";

/** The registrations that a handler keeps to, were it asynchronous. */
export function fittingRegistrations(
  typescript: TypeScript,
  handler: ts.SignatureDeclaration,
  registrations: readonly RegistrationPlace[],
  { versionOf }: Pick<Surroundings, "versionOf">,
): readonly RegistrationPlace[] {
  return registrations.filter(({ file, since, mostParameters = Infinity, answersBy }) => {
    const versions = Object.entries(since).flatMap(([name, least]) => {
      const version = versionOf(file, name);
      return version === undefined ? [] : [least === ANY || isAtLeast(version, least) === true];
    });
    if (versions.length === 0 || versions.includes(false)) return false;
    if (handler.parameters.length > mostParameters) return false;
    return answersBy === undefined || answersAtOnce(typescript, handler, handler.parameters[answersBy]);
  });
}

/** Whether a value is what one of the calls registers: an argument, or a part of one. */
export function isRegisteredBy(
  typescript: TypeScript,
  value: ts.Node,
  registrations: readonly RegistrationPlace[],
): boolean {
  if (registrations.length === 0) return false;
  let inner = value;
  while (isPartOf(typescript, inner.parent, inner)) inner = inner.parent;
  const call = inner.parent;
  if (!typescript.isCallExpression(call) || call.expression === inner) return false;
  const { fileName } = call.getSourceFile();
  return registrations.some(
    ({ file, start, end }) => file === fileName && start === call.getStart() && end === call.end,
  );
}

function isPartOf(typescript: TypeScript, outer: ts.Node, inner: ts.Node): boolean {
  return (
    isTransparent(typescript, outer) ||
    typescript.isArrayLiteralExpression(outer) ||
    typescript.isObjectLiteralExpression(outer) ||
    (typescript.isPropertyAssignment(outer) && outer.initializer === inner) ||
    typescript.isShorthandPropertyAssignment(outer)
  );
}

/** Whether the parameter is only called upon, `reply.code(404).send()`, and not by functions that run later. */
function answersAtOnce(
  typescript: TypeScript,
  handler: ts.SignatureDeclaration,
  parameter: ts.ParameterDeclaration | undefined,
): boolean {
  if (!parameter) return true;
  const { name } = parameter;
  if (!typescript.isIdentifier(name) || parameter.dotDotDotToken) return false;
  const isKept = (node: ts.Node): boolean => {
    if (typescript.isIdentifier(node) && node.text === name.text && node !== name) {
      const { parent } = node;
      // `{ reply: … }` and `other.reply` only have the same name.
      if (typescript.isPropertyAssignment(parent) && parent.name === node) return false;
      if (typescript.isPropertyAccessExpression(parent) && parent.name === node) return false;
      const isCalledUpon =
        typescript.isPropertyAccessExpression(parent) &&
        typescript.isCallExpression(parent.parent) &&
        parent.parent.expression === parent;
      return !isCalledUpon || typescript.findAncestor(node, typescript.isFunctionLike) !== handler;
    }
    return typescript.forEachChild(node, isKept) === true;
  };
  return !isKept(handler);
}
