/** Sees what the calls say that build a procedure: the schemas of its input and output, and what runs before it. */
import type { Chain, ChainStep, Written } from "../handler-reader.js";
import type { Code } from "./code.js";
import type { ProcedureConventions } from "./conventions.js";
import { argumentAt, expressionOf, type Frame } from "./frames.js";
import type { Observed, SchemaSource } from "./observed.js";

export interface BuiltProcedure {
  readonly inputs: readonly SchemaSource[];
  readonly outputs: readonly SchemaSource[];
  /** In their order. */
  readonly before: readonly { readonly value: Written; readonly frame: Frame }[];
  /** What goes over the wire is not the values themselves. */
  readonly isTransformed: boolean;
  /** What results are sent as, one after the other. */
  readonly streamedAs?: string | undefined;
}

/** Procedures are built on others, which are built on others. */
const MAX_DEPTH = 8;

const NOTHING: BuiltProcedure = { inputs: [], outputs: [], before: [], isTransformed: false };

/** @param chain the calls that end with the one that is given the handler */
export function builtProcedure(
  shape: ProcedureConventions,
  chain: Chain,
  frame: Frame,
  code: Code,
  depth = 0,
): BuiltProcedure {
  const base = depth < MAX_DEPTH ? code.heldBy(frame.file, chain) : undefined;
  const outer = base
    ? builtProcedure(shape, base.chain, { file: base.file, bindings: new Map() }, code, depth + 1)
    : NOTHING;
  const calls = chain.steps.flatMap((step, index) => {
    const member = chain.steps[index - 1];
    return step.do === "call" && member?.do === "member" ? [{ name: member.name, call: step }] : [];
  });
  const sources = (wanted: "input" | "output"): SchemaSource[] =>
    calls.flatMap(({ name, call }) =>
      shape.schemas[name] === wanted && call.arguments[0]
        ? [{ of: "validator", direction: wanted, ...expressionOf(call.arguments[0], frame) }]
        : [],
    );
  return {
    inputs: [...outer.inputs, ...sources("input")],
    outputs: [...outer.outputs, ...sources("output")],
    before: [
      ...outer.before,
      ...calls.flatMap(({ name, call }) =>
        shape.before.includes(name) ? call.arguments.flatMap((value) => functionsOf(shape, value, frame, code)) : [],
      ),
    ],
    streamedAs: shape.streams[calls.at(-1)?.name ?? ""],
    isTransformed: outer.isTransformed || calls.some((each) => transforms(shape, each, frame)),
  };
}

/** The value, or the functions that middleware is made of: `t.middleware(isAdmin)`. */
function functionsOf(
  { middleware }: ProcedureConventions,
  value: Written,
  frame: Frame,
  code: Code,
): BuiltProcedure["before"] {
  const made = value.is === "chain" ? code.madeBy(frame.file, value.chain) : undefined;
  const held = made ? { value: made.value, frame: { file: made.file, bindings: new Map() } } : { value, frame };
  if (held.value.is !== "chain") return [held];
  const { steps } = held.value.chain;
  const functions = steps.flatMap((step, index) => {
    const member = steps[index - 1];
    const isMaker = step.do === "call" && member?.do === "member" && middleware.includes(member.name);
    return isMaker ? step.arguments.map((each) => ({ value: each, frame: held.frame })) : [];
  });
  return functions.length > 0 ? functions : [held];
}

/** Adds what the schemas say of requests and answers; results are in the returned properties, from the outside in. */
export function observeProcedure(
  shape: ProcedureConventions,
  { inputs, outputs, isTransformed, streamedAs }: BuiltProcedure,
  method: string,
  at: { readonly file: string; readonly span: { readonly start: number; readonly end: number } },
  observed: Observed,
): readonly string[] {
  const inner = isTransformed ? shape.transformed.properties : [];
  const envelope = [...shape.envelope, ...inner];
  const hasBody = method !== "get";
  if (inputs.length > 0) {
    const source = inside(inner, allOf(inputs));
    observed.validations.push({
      part: hasBody ? "body" : "query",
      source,
      ...(!hasBody && { carriedBy: shape.parameter }),
      failure: shape.failure,
    });
  }
  const output = outputs.at(-1);
  if (streamedAs !== undefined)
    observed.answers.push({
      status: 200,
      at,
      hasBody: true,
      contentType: streamedAs,
      source: { of: "schema", schema: { type: "string" } },
      headers: [],
      isDeclared: true,
    });
  else if (output)
    observed.answers.push({
      status: 200,
      at,
      hasBody: true,
      source: inside(envelope, output),
      headers: [],
      isDeclared: true,
    });
  if (hasBody) {
    const { status, contentType } = shape.unsupported;
    observed.answers.push({
      status,
      at,
      hasBody: true,
      contentType,
      source: { of: "schema", schema: { type: "string" } },
      headers: [],
    });
  }
  return envelope;
}

/** The source's value, in the properties of objects from the outside in. */
export function inside(properties: readonly string[], source: SchemaSource): SchemaSource {
  return properties.length === 0 ? source : { of: "inside", properties, source };
}

function allOf(sources: readonly SchemaSource[]): SchemaSource {
  const [only] = sources;
  return only && sources.length === 1 ? only : { of: "all", sources };
}

function transforms(
  { transformed: { members, option } }: ProcedureConventions,
  { name, call }: { readonly name: string; readonly call: ChainStep & { readonly do: "call" } },
  frame: Frame,
): boolean {
  return members.includes(name) && argumentAt(call.arguments, `0.${option}`, frame) !== undefined;
}
