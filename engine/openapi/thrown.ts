/** Errors that handlers throw: what they are instances of, and what of them is written out. */
import type { Chain, Test, Written } from "../handler-reader.js";
import type { Code } from "./code.js";
import type { Conventions } from "./conventions.js";
import { type Frame, literalOf, parameterKey, placeOf, type Bound } from "./frames.js";

type Literal = string | number | boolean | null;

export interface Thrown {
  /** Its class and those that it extends: keys of the project's, names of others. */
  readonly lineage: readonly string[];
  readonly members: Readonly<Record<string, Literal>>;
  /** What the framework answers it with. */
  readonly status?: number;
}

/** What failing validation throws: the names of the libraries' errors. */
export const VALIDATION_ERROR: Thrown = {
  lineage: ["ZodError", "$ZodError", "ValiError", "ValidationError", "TraversalError", "AssertError", "Error"],
  members: {},
};

/** An error that nobody foresaw. */
export const ANY_ERROR: Thrown = { lineage: ["Error"], members: {} };

/** Of a class that a framework knows the status of. */
export function knownError(name: string | undefined, status: number | "default"): Thrown {
  const members = status === "default" ? {} : { status, statusCode: status, "getStatus()": status };
  return {
    lineage: [...(name === undefined ? [] : [name]), "HttpError", "HTTPException", "HttpException", "Error"],
    members,
    ...(status !== "default" && { status }),
  };
}

/** The error that a chain constructs of a class of the project; undefined for anything else. */
export function constructedError(chain: Chain, frame: Frame, code: Code, conventions: Conventions): Thrown | undefined {
  const at = chain.steps.findIndex((step) => step.do === "call");
  const call = chain.steps[at];
  if (call?.do !== "call" || call.isNew !== true) return undefined;
  const named: Chain = { root: chain.root, steps: chain.steps.slice(0, at) };
  const made = instance(named, call.arguments, frame, code, conventions, 0);
  if (!made || made.isExternal || !made.lineage.some((name) => /Error|Exception/u.test(name))) return undefined;
  const status = (conventions.errorStatus ?? []).map((name) => made.members[name]).find(isStatus) ?? made.status;
  return { lineage: made.lineage, members: made.members, ...(status !== undefined && { status }) };
}

/**
 * Whether the error is as the tests want it.
 *
 * @returns undefined where nobody can tell
 */
export function isAsTested(test: Test, { lineage, members }: Thrown, frame: Frame, code: Code): boolean | undefined {
  const { chain } = test;
  const place = chain && placeOf(chain, frame, code);
  if (!place || place.root.is !== "role" || place.root.role !== "error") return undefined;
  if (test.is === "instance") {
    const names = test.class.is === "chain" ? namesOf(test.class.chain, frame, code) : [];
    return names.length === 0 ? undefined : names.some((name) => lineage.includes(name));
  }
  const [member, ...others] = place.steps;
  if (member?.do !== "member" || others.length > 0) return undefined;
  const value = members[member.name];
  if (test.is === "other") return value === undefined ? false : Boolean(value);
  const values = test.values.map((each) => literalOf(each, frame));
  if (member.name === "name") return values.some((name) => typeof name === "string" && lineage.includes(name));
  return value !== undefined && values.includes(value);
}

/** As a value that is written out. */
export function writtenError({ members }: Thrown): Written {
  const span = { start: 0, end: 0 };
  return {
    is: "object",
    span,
    properties: Object.entries(members).map(([name, value]) => ({ name, value: { is: "literal", value, span } })),
  };
}

/** Keys under which the class may stand in a lineage. */
export function namesOf(chain: Chain, frame: Frame, code: Code): readonly string[] {
  const declared = code.classes.of(frame.file, chain);
  if (declared) return [declared.key];
  const { root } = placeOf(chain, frame, code);
  const name = root.is === "external" ? (lastMember(chain) ?? root.steps.at(-1)) : undefined;
  return name === undefined ? [] : [name];
}

// ── Instances ───────────────────────────────────────────────────────────────────────────────────

interface Instance extends Thrown {
  readonly isExternal: boolean;
}

/** Classes that extend one another in a circle are none. */
const MAX_BASES = 8;

function instance(
  named: Chain,
  given: readonly Written[],
  frame: Frame,
  code: Code,
  conventions: Conventions,
  depth: number,
): Instance | undefined {
  const declared = code.classes.of(frame.file, named);
  if (!declared || depth > MAX_BASES) return externalInstance(named, given, frame, code, conventions);
  const { file, key, class: read } = declared;
  const bindings = new Map<string, Bound>();
  for (const [index, parameter] of read.parameters.entries()) {
    const written = given[index] ?? parameter.default;
    const at = given[index] ? frame : { file, bindings };
    if (written && read.constructedBy !== undefined)
      bindings.set(parameterKey(read.constructedBy, index), { is: "written", written, frame: at });
  }
  const inside: Frame = { file, bindings };
  const handed = read.constructedBy === undefined ? given : read.superArguments;
  const handedIn = read.constructedBy === undefined ? frame : inside;
  const base =
    read.base?.is === "chain"
      ? instance(read.base.chain, handed, { ...handedIn, file }, code, conventions, depth + 1)
      : undefined;
  const own = read.properties.flatMap(({ name, value }) => {
    const literal = literalOf(value, inside);
    return literal === undefined ? [] : [[name, literal] as const];
  });
  return {
    lineage: [key, ...(read.name === undefined ? [] : [read.name]), ...(base?.lineage ?? [])],
    members: { ...base?.members, ...Object.fromEntries(own) },
    ...(base?.status !== undefined && { status: base.status }),
    isExternal: false,
  };
}

function externalInstance(
  named: Chain,
  given: readonly Written[],
  frame: Frame,
  code: Code,
  { errorClasses, errors = [] }: Conventions,
): Instance | undefined {
  const { root } = placeOf(named, frame, code);
  if (root.is !== "external") return undefined;
  const name = lastMember(named) ?? root.steps.at(-1) ?? root.module;
  const byArgument = errors.find(({ at }) => at === `new ${root.module}#${name}`)?.status;
  const argument = typeof byArgument === "string" ? given[Number(byArgument)] : undefined;
  const said = argument && literalOf(argument, frame);
  const status = errorClasses?.[root.module]?.[name] ?? (isStatus(said) ? said : undefined);
  const known = status === undefined ? undefined : knownError(name, status);
  return { lineage: known?.lineage ?? [name], members: known?.members ?? {}, ...known, isExternal: true };
}

function lastMember({ steps }: Chain): string | undefined {
  const last = steps.at(-1);
  return last?.do === "member" ? last.name : undefined;
}

function isStatus(value: unknown): value is number {
  return typeof value === "number" && value >= 400 && value < 600;
}
