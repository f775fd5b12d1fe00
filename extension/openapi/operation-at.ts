/** Which operation's handler a place in the code belongs to. */
import type { OpenApiOperationItem } from "loopguard-language-server/protocol";
import type * as vscode from "vscode";
import type { Server } from "../server.js";

/** The innermost handler around the place. */
export function operationAt(
  operations: readonly OpenApiOperationItem[],
  server: Pick<Server, "locationOf">,
  uri: vscode.Uri,
  position: vscode.Position,
): OpenApiOperationItem | undefined {
  let best: { readonly operation: OpenApiOperationItem; readonly range: vscode.Range } | undefined;
  for (const operation of operations) {
    const { uri: file, range } = server.locationOf(operation.location);
    if (file.toString() !== uri.toString() || !range.contains(position)) continue;
    if (!best || best.range.contains(range)) best = { operation, range };
  }
  return best?.operation;
}
