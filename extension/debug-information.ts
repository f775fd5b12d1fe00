/** What a bug report needs, in a document that a person reads before sharing it: nothing is sent by itself. */
import os from "node:os";
import * as vscode from "vscode";
import type { Server } from "./server.js";

export async function collectDebugInformation(server: Server, context: vscode.ExtensionContext): Promise<void> {
  const { version } = context.extension.packageJSON as { readonly version: string };
  const settings = vscode.workspace.getConfiguration().get("loopguard");
  const content = `# Loopguard: debug information

Look through it before you share it: it names folders and files of this workspace, and contains no source code.

- Loopguard ${version}
- ${vscode.env.appName} ${vscode.version}, ${vscode.env.uiKind === vscode.UIKind.Web ? "in a browser" : "on the desktop"}
- ${os.platform()} ${os.release()}, ${os.arch()}, ${String(os.availableParallelism())} processors
- workspace ${vscode.workspace.isTrusted ? "trusted" : "restricted"}, ${folders()}

## Settings

${json(settings)}

## Server

${json(await statisticsOf(server))}
`;
  const document = await vscode.workspace.openTextDocument({ language: "markdown", content });
  await vscode.window.showTextDocument(document);
}

/** A server that does not run is what the report may be about. */
async function statisticsOf(server: Server): Promise<unknown> {
  try {
    return await server.statistics();
  } catch (error) {
    return { status: server.status, error: String(error) };
  }
}

function folders(): string {
  const { length } = vscode.workspace.workspaceFolders ?? [];
  return length === 1 ? "1 folder" : `${String(length)} folders`;
}

function json(value: unknown): string {
  return `\`\`\`json\n${JSON.stringify(value, undefined, 2)}\n\`\`\``;
}
