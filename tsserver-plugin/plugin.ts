/** A language-service plugin: findings as semantic diagnostics, for editors whose TypeScript support is tsserver. */
import type ts from "typescript";
import { Analyses } from "./analyses.js";
import { withFindings } from "./language-service.js";
import type { GivenConfiguration } from "./configuration.js";

/**
 * @param modules.typescript the editor's TypeScript, which every diagnostic is made for; the analysis runs on the
 * engine's own, in a thread
 */
export function createPlugin({ typescript }: { readonly typescript: typeof ts }): ts.server.PluginModule {
  const analyses = new Analyses();
  return {
    create(info) {
      // A server that only parses has nothing to show, and a second one beside it has.
      if (info.project.projectService.serverMode !== typescript.LanguageServiceMode.Semantic) {
        return info.languageService;
      }
      analyses.attend(info.project);
      return withFindings(info, typescript, analyses);
    },
    // An editor's extension that runs the language server says `{ "enable": false }`: nothing appears twice.
    onConfigurationChanged(configuration: GivenConfiguration) {
      analyses.configure(configuration);
    },
  };
}
