/** The line above a handler: its route, and how many blocking calls it reaches. */
import type { CodeLens } from "vscode-languageserver";
import { counted } from "./hover.js";
import { SHOW_PATHS_COMMAND, type PathsParams, type RouteItem } from "./protocol.js";

export function codeLensOf({ id, label, location, blockingCalls, worstTier }: RouteItem): CodeLens {
  const worst = worstTier === undefined ? "" : `, ${BY_TIER[worstTier]}`;
  const shown: PathsParams = { route: id };
  return {
    range: { start: location.range.start, end: location.range.start },
    command: {
      title: `${label}: ${counted(blockingCalls, "blocking call")}${worst}`,
      command: SHOW_PATHS_COMMAND,
      arguments: [shown],
    },
  };
}

/** How long the worst of them takes. */
const BY_TIER: Readonly<Record<0 | 1 | 2 | 3, string>> = {
  0: "under 0.05 ms",
  1: "up to 1 ms",
  2: "up to 20 ms",
  3: "over 20 ms",
};
