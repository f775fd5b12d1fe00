/** Opens the page of a rule: why it matters, what it finds, what to do. */
import * as vscode from "vscode";

/** @param rule The rule's name; without one, that of the finding at the cursor, or else the one that is chosen. */
export async function openRulePage(context: vscode.ExtensionContext, rule?: string): Promise<void> {
  const pages = rulePages(context);
  const name = rule ?? ruleAtCursor() ?? (await vscode.window.showQuickPick([...pages.keys()], { title: "Rules" }));
  const page = name === undefined ? undefined : pages.get(name);
  if (page) await vscode.env.openExternal(page);
}

/** Every rule has a setting, and the page is where the extension's sources are. */
function rulePages({ extension }: vscode.ExtensionContext): ReadonlyMap<string, vscode.Uri> {
  const { contributes, homepage } = extension.packageJSON as {
    readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, unknown>> } };
    readonly homepage: string;
  };
  const prefix = "loopguard.severity.";
  const names = Object.keys(contributes.configuration.properties).filter((key) => key.startsWith(prefix));
  return new Map(
    names
      .map((key) => key.slice(prefix.length))
      .map((name) => [name, vscode.Uri.parse(`${homepage}/blob/main/docs/rules/${name}.md`)]),
  );
}

function ruleAtCursor(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const finding = vscode.languages
    .getDiagnostics(editor.document.uri)
    .find(({ source, range }) => source === "loopguard" && range.contains(editor.selection.active));
  return typeof finding?.code === "object" ? String(finding.code.value) : undefined;
}
