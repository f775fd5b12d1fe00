/** What the palette does with OpenAPI documents, beside the preview: export, copy, and show as text. */
import { type DocumentFormat, formatOf, textOf } from "@loopguard/openapi-preview";
import type { OpenApiResult } from "loopguard-language-server/protocol";
import * as vscode from "vscode";
import { count } from "../wording.js";
import { type OpenApiDocuments, textUri } from "./documents.js";

export async function exportDocument(documents: OpenApiDocuments): Promise<void> {
  const result = await documentOf(documents);
  if (!result) return;
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const directory = result.api === undefined ? folder?.uri : vscode.Uri.parse(result.api);
  const target = await vscode.window.showSaveDialog({
    title: "Export OpenAPI",
    filters: { YAML: ["yaml", "yml"], JSON: ["json"] },
    ...(directory && { defaultUri: vscode.Uri.joinPath(directory, "openapi.yaml") }),
  });
  if (!target) return;
  const text = textOf(result.document, formatOf(target.path) ?? "yaml");
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  const operations = count(result.operations.length, "operation");
  void vscode.window.showInformationMessage(`${operations}, in ${vscode.workspace.asRelativePath(target)}.`);
}

export async function copyDocument(documents: OpenApiDocuments, format: DocumentFormat): Promise<void> {
  const result = await documentOf(documents);
  if (!result) return;
  await vscode.env.clipboard.writeText(textOf(result.document, format));
  const operations = count(result.operations.length, "operation");
  vscode.window.setStatusBarMessage(`${operations} copied as ${format.toUpperCase()}`, 5000);
}

export async function showText(documents: OpenApiDocuments, format: DocumentFormat): Promise<void> {
  const result = await documentOf(documents);
  if (!result) return;
  const document = await vscode.workspace.openTextDocument(textUri(format, result.api));
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: false });
}

async function documentOf(documents: OpenApiDocuments): Promise<OpenApiResult | undefined> {
  const result = await documents.get();
  if (!result) void vscode.window.showInformationMessage("The code is being read. Try again in a moment.");
  else if (result.operations.length > 0) return result;
  else void vscode.window.showInformationMessage("No HTTP routes were found in this workspace.");
  return undefined;
}
