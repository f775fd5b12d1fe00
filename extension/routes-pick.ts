/** Routes in a quick pick: searched by what a person calls them, and by where they are. */
import type { RouteItem } from "loopguard-language-server/protocol";
import * as vscode from "vscode";
import type { Server } from "./server.js";
import { count } from "./wording.js";

/** The part of a route that a person chooses by. */
export type RouteChoice = Pick<RouteItem, "id" | "label" | "location"> & Partial<Pick<RouteItem, "blockingCalls">>;

export async function pickRoute(
  server: Server,
  routes: readonly RouteChoice[],
  title: string,
): Promise<RouteChoice | undefined> {
  const items = routes.map((route) => {
    const { uri, range } = server.locationOf(route.location);
    return {
      label: route.label,
      detail: `${vscode.workspace.asRelativePath(uri)}:${String(range.start.line + 1)}`,
      ...(route.blockingCalls !== undefined && { description: count(route.blockingCalls, "blocking call") }),
      route,
    };
  });
  const placeHolder = items.length === 0 ? "No route waits on a blocking call" : "Method, path or file";
  return (await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDetail: true }))?.route;
}
