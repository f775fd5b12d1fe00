/** The language status item: what the server is doing, how long it took, and how much it found. */
import * as vscode from "vscode";
import { languages, type Server, type Status } from "./server.js";
import { statusText } from "./status-text.js";

const severities = {
  information: vscode.LanguageStatusSeverity.Information,
  warning: vscode.LanguageStatusSeverity.Warning,
  error: vscode.LanguageStatusSeverity.Error,
};

export class StatusItem implements vscode.Disposable {
  readonly item = vscode.languages.createLanguageStatusItem("loopguard.status", languages);
  readonly #listener: vscode.Disposable;

  constructor(server: Server) {
    this.item.name = "Loopguard";
    this.show(server.status);
    this.#listener = server.onDidChangeStatus((status) => {
      this.show(status);
    });
  }

  dispose(): void {
    this.#listener.dispose();
    this.item.dispose();
  }

  private show(status: Status): void {
    const { text, detail, isBusy, severity, command } = statusText(status);
    this.item.text = text;
    this.item.detail = detail ?? "";
    this.item.busy = isBusy;
    this.item.severity = severities[severity];
    this.item.command = command;
  }
}
