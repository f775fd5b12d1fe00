/** Which mention a member is accessed on: `app` of `app.get`. */
import type { CallFact, MentionId } from "../facts/facts.js";
import type { SourceFile } from "./graph.js";

const receivers = new WeakMap<SourceFile, ReadonlyMap<MentionId, MentionId>>();

const calledOn = new WeakMap<SourceFile, ReadonlyMap<MentionId, CallFact>>();

/** What a chain of calls begins with: `app` of `app.get(…).post(…)`, for `post`. */
export function rootOfChain(file: SourceFile, member: MentionId): MentionId | undefined {
  let known = calledOn.get(file);
  if (!known) {
    known = new Map(
      file.facts.calls.flatMap((call) => (call.site.to === "receiver" ? [[call.site.member, call] as const] : [])),
    );
    calledOn.set(file, known);
  }
  const before = known.get(member)?.callee;
  return receiverOf(file, member) ?? (before === undefined ? undefined : rootOfChain(file, before));
}

/** Undefined where the receiver is no name: `make().get`. */
export function receiverOf(file: SourceFile, member: MentionId): MentionId | undefined {
  let known = receivers.get(file);
  if (!known) {
    known = new Map(
      file.facts.mentions.flatMap(({ site }, id) => (site.to === "receiver" ? [[site.member, id] as const] : [])),
    );
    receivers.set(file, known);
  }
  return known.get(member);
}
