/** The view of routes: each one that waits on blocking calls, with the paths there, hop by hop. */
import path from "node:path";
import type { HopItem, PathItem, RouteItem } from "loopguard-language-server/protocol";
import * as vscode from "vscode";
import type { Server } from "./server.js";
import { cost, count } from "./wording.js";

/** A row of the view. Its id stays the same while a person types, so that what is unfolded stays unfolded. */
export type Row =
  | { readonly kind: "route"; readonly id: string; readonly route: RouteItem }
  | { readonly kind: "path"; readonly id: string; readonly path: PathItem }
  | { readonly kind: "hop"; readonly id: string; readonly hop: HopItem; readonly isLast: boolean };

export class RoutesView implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #server: Server;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #parts: vscode.Disposable;

  constructor(server: Server) {
    this.#server = server;
    this.#parts = vscode.Disposable.from(
      this.#changed,
      vscode.window.createTreeView("loopguard.routes", { treeDataProvider: this, showCollapseAll: true }),
      server.onDidChangeStatus(({ state }) => {
        void vscode.commands.executeCommand("setContext", "loopguard.state", state);
        if (state !== "analysing") this.#changed.fire(undefined);
      }),
    );
    // The view is of no use in a window without JavaScript: it appears with the first such file.
    void vscode.commands.executeCommand("setContext", "loopguard.isActive", true);
  }

  async getChildren(row?: Row): Promise<Row[]> {
    const { state } = this.#server.status;
    if (state === "starting" || state === "stopped" || state === "failed") return [];
    if (row === undefined) {
      const routes = [...(await this.#server.routes())].filter(({ blockingCalls }) => blockingCalls > 0);
      routes.sort((a, b) => (b.worstTier ?? 0) - (a.worstTier ?? 0));
      return distinct(routes.map((route) => ({ kind: "route", id: `${route.label} ${route.location.uri}`, route })));
    }
    if (row.kind === "route") {
      const paths = [...(await this.#server.paths({ route: row.route.id }))];
      paths.sort((a, b) => b.blockingCall.tier - a.blockingCall.tier);
      return distinct(paths.map((path) => ({ kind: "path", id: `${row.id} ${nameOf(path)}`, path })));
    }
    if (row.kind === "hop") return [];
    const { hops } = row.path;
    return distinct(
      hops.map((hop, index) => ({
        kind: "hop",
        id: `${row.id} ${hop.name}`,
        hop,
        isLast: index === hops.length - 1,
      })),
    );
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const item = new vscode.TreeItem("", foldingOf(row));
    item.id = row.id;
    item.contextValue = row.kind;
    const location = this.describe(row, item);
    item.command = {
      title: "Go There",
      command: "vscode.open",
      arguments: [location.uri, { selection: location.range } satisfies vscode.TextDocumentShowOptions],
    };
    return item;
  }

  dispose(): void {
    this.#parts.dispose();
  }

  /** Fills the item in, and says where its row leads. */
  private describe(row: Row, item: vscode.TreeItem): vscode.Location {
    switch (row.kind) {
      case "route": {
        const { label, kind, blockingCalls, location } = row.route;
        const place = this.#server.locationOf(location);
        item.label = label;
        item.description = count(blockingCalls, "blocking call");
        item.tooltip = placeOf(place);
        item.iconPath = new vscode.ThemeIcon(icons[kind]);
        return place;
      }
      case "path": {
        const { blockingCall } = row.path;
        item.label = blockingCall.callee;
        item.description = cost(blockingCall);
        item.tooltip = blockingCall.message;
        const color = blockingCall.tier === 3 ? "list.errorForeground" : "list.warningForeground";
        item.iconPath = new vscode.ThemeIcon("flame", new vscode.ThemeColor(color));
        return this.#server.locationOf(blockingCall.location);
      }
      case "hop": {
        const place = this.#server.locationOf(row.hop.location);
        item.label = row.hop.name;
        item.description = `${path.basename(place.uri.path)}:${String(place.range.start.line + 1)}`;
        item.tooltip = placeOf(place);
        item.iconPath = new vscode.ThemeIcon(row.isLast ? "debug-stackframe-dot" : "arrow-small-right");
        return place;
      }
    }
  }
}

const icons: Readonly<Record<RouteItem["kind"], string>> = {
  http: "globe",
  middleware: "layers",
  hook: "layers",
  websocket: "plug",
  rpc: "plug",
  timer: "clock",
  listener: "broadcast",
  queue: "inbox",
  schedule: "calendar",
  resolver: "symbol-structure",
  callback: "reply",
};

function foldingOf({ kind }: Row): vscode.TreeItemCollapsibleState {
  return kind === "hop" ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Collapsed;
}

function nameOf({ blockingCall }: PathItem): string {
  return `${blockingCall.callee} ${blockingCall.location.uri}`;
}

/** `src/routes/sessions.ts:6` */
function placeOf({ uri, range }: vscode.Location): string {
  return `${vscode.workspace.asRelativePath(uri)}:${String(range.start.line + 1)}`;
}

/** Rows of the same name are told apart by their order. */
function distinct(rows: readonly Row[]): Row[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const times = seen.get(row.id) ?? 0;
    seen.set(row.id, times + 1);
    return times === 0 ? row : { ...row, id: `${row.id} #${String(times + 1)}` };
  });
}
