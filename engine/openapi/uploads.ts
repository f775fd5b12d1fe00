/** Sees middleware that takes files out of forms: `upload.single("avatar")`. */
import type { Chain, ChainStep, Written } from "../handler-reader.js";
import type { Code } from "./code.js";
import type { UploadShape } from "./conventions.js";
import { argumentAt, type Frame, literalOf, placeOf } from "./frames.js";
import type { Observed } from "./observed.js";
import { placePattern, restAfter } from "./place-pattern.js";

export function observeUploads(
  chain: Chain,
  frame: Frame,
  shapes: readonly UploadShape[],
  code: Code,
  observed: Observed,
): void {
  const own = chain.steps.at(-1);
  const place = placeOf(chain, frame, code);
  const direct = shapes.find(
    ({ maker, members }) => members["()"] !== undefined && restAfter(place, placePattern(maker))?.length === 0,
  );
  if (direct && own?.do === "call") {
    observeForm(direct.members["()"], own, frame, observed);
    return;
  }
  const [member, call] = chain.steps;
  const maker = code.heldBy(frame.file, chain);
  if (!maker || member?.do !== "member" || call?.do !== "call") return;
  const made = placeOf(maker.chain, { file: maker.file, bindings: new Map() }, code);
  const shape = shapes.find((each) => restAfter(made, placePattern(each.maker))?.length === 0)?.members[member.name];
  observeForm(shape, call, frame, observed);
}

/** The files of the form that the call names. */
function observeForm(
  shape: UploadShape["members"][string] | undefined,
  call: ChainStep & { do: "call" },
  frame: Frame,
  observed: Observed,
): void {
  const named = shape && argumentAt(call.arguments, shape.name, frame);
  for (const name of named ? namesIn(named.value, named.frame) : [])
    observed.reads.push({
      part: "body",
      name,
      at: { file: frame.file, span: call.span },
      contentType: "multipart/form-data",
      file: { name, ...(shape?.isArray === true && { isArray: true }) },
      sources: [],
    });
}

/** A name, or those of a list of objects. */
function namesIn(value: Written, frame: Frame): string[] {
  if (value.is === "array") return value.elements.flatMap((each) => namesIn(each, frame));
  const written = value.is === "object" ? value.properties.find(({ name }) => name === "name")?.value : value;
  const name = written && literalOf(written, frame);
  return typeof name === "string" ? [name] : [];
}
