/** Node's core in the catalogue: the generated list, what people judged about it, and the traps without a `Sync` in their name. */
import type { CataloguePackage, CatalogueRow, Kind, Twin, TypeOrigins } from "../row.js";
import { nodeArgumentCosts, nodeCosts, unjudged } from "./costs.js";
import { syncModules } from "./generated.js";
import { kinds, kindsOfMembers, rowNotes, sizeDependent, twinLimits, twinNotes, twins } from "./judgements.js";
import { notBlocking } from "./not-blocking.js";
import type { SyncMember } from "./sync-module.js";
import { traps } from "./traps.js";

export const nodePackages: readonly CataloguePackage[] = merge([
  ...syncModules.map(({ members, ...names }) => ({
    ...names,
    rows: members
      .filter(({ member }) => notBlocking[names.module]?.[member] === undefined)
      .map((member) => rowOf(names.module, member)),
  })),
  ...traps,
]);

function rowOf(module: string, { member, twin }: SyncMember): CatalogueRow {
  const identity = `${module}#${member}`;
  const replacement = twins[identity] ?? withJudgement(twin);
  const note = rowNotes[identity];
  const costFrom = nodeArgumentCosts[identity];
  return {
    member,
    kind: kindOf(module, member),
    cost: nodeCosts[module]?.[member] ?? unjudged,
    ...(costFrom && { costFrom }),
    ...(replacement === undefined ? { offload: true } : { twin: replacement }),
    ...(sizeDependent.has(identity) ? { sizeDependent: true } : {}),
    ...(note === undefined ? {} : { note }),
  };
}

function kindOf(module: string, member: string): Kind {
  const [owner = member] = member.split(".");
  return kindsOfMembers[`${module}#${owner}`] ?? kinds[module] ?? "sync-io";
}

function withJudgement(twin: Twin | undefined): Twin | undefined {
  if (twin === undefined) return undefined;
  const [owner = twin.member] = twin.member.split(".");
  const note = twinNotes[`${twin.module}#${twin.member}`] ?? twinNotes[`${twin.module}#${owner}`];
  return { ...twin, ...(note !== undefined && { note }), ...twinLimits[`${twin.module}#${twin.member}`] };
}

/** One package per module, its names, types and rows taken together. */
function merge(parts: readonly CataloguePackage[]): CataloguePackage[] {
  const modules = new Map<string, CataloguePackage>();
  for (const part of parts) {
    const known = modules.get(part.module);
    const types: Readonly<Record<string, TypeOrigins>> = { ...known?.types, ...part.types };
    modules.set(part.module, {
      ...known,
      ...part,
      ...(Object.keys(types).length === 0 ? {} : { types }),
      rows: [...(known?.rows ?? []), ...part.rows],
    });
  }
  return [...modules.values()].filter(({ rows }) => rows.length > 0);
}
