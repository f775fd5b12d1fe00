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
    receivers.set(file, (known = receiversIn(file)));
  }
  return known.get(member);
}

function receiversIn({ facts: { mentions } }: SourceFile): ReadonlyMap<MentionId, MentionId> {
  const found = new Map<MentionId, MentionId>();
  for (const [id, { site }] of mentions.entries()) if (site.to === "receiver") found.set(site.member, id);
  return found;
}
