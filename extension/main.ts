/** The extension's entry: starts the language server and everything that shows what it finds. */
import * as vscode from "vscode";

export function activate(context: vscode.ExtensionContext): void {
  context.subscriptions.push(vscode.commands.registerCommand("loopguard.scan", () => 1));
}
