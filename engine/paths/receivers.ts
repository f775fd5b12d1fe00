/** Which mention a member is accessed on: `app` of `app.get`. */
import type { MentionId } from "../facts/facts.js";
import type { SourceFile } from "./graph.js";

const receivers = new WeakMap<SourceFile, ReadonlyMap<MentionId, MentionId>>();

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
