/** Keeps Loopguard's plugin for tsserver quiet while the language server runs: nothing appears twice. */
import * as vscode from "vscode";
import type { Server, Status } from "./server.js";

/** What VS Code's own extension for TypeScript gives to others. */
interface TypeScriptExtension {
  getAPI(version: 0): { configurePlugin(id: string, configuration: object): void } | undefined;
}

const PLUGIN = "typescript-plugin-loopguard";

/** For as long as it is not disposed. Where there is no such plugin, nobody listens. */
export function keepPluginQuiet(server: Server): vscode.Disposable {
  let isQuiet: boolean | undefined;
  const tell = async (status: Status): Promise<void> => {
    const wanted = status.state !== "stopped" && status.state !== "failed";
    if (wanted === isQuiet) return;
    isQuiet = wanted;
    const extension = vscode.extensions.getExtension<TypeScriptExtension>("vscode.typescript-language-features");
    const api = (await extension?.activate())?.getAPI(0);
    // It may have been told otherwise meanwhile.
    if (wanted === isQuiet) api?.configurePlugin(PLUGIN, wanted ? { enable: false } : {});
  };
  const follow = (status: Status): void => {
    tell(status).catch((error: unknown) => {
      server.log.warn(String(error));
    });
  };
  follow(server.status);
  return server.onDidChangeStatus(follow);
}
