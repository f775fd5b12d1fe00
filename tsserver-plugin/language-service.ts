/** tsserver's language service with findings among its semantic diagnostics, and fixes for them. */
import { presets, type Selection, selectFindings } from "@loopguard/engine";
import type ts from "typescript";
import type { Analyses } from "./analyses.js";
import { disableCommentFixes, findingFixes, isOurs } from "./code-fixes.js";
import { type Configuration, type GivenConfiguration, readConfiguration } from "./configuration.js";
import { CODES, diagnosticOf, type Place, problemDiagnostic } from "./diagnostics.js";
import { changeBetween, spanAfter, type TextChange } from "./text-changes.js";

export function withFindings(
  { project, languageService, config }: ts.server.PluginCreateInfo,
  typescript: typeof ts,
  analyses: Analyses,
): ts.LanguageService {
  const more: Partial<ts.LanguageService> = {
    getSemanticDiagnostics(fileName) {
      const original = languageService.getSemanticDiagnostics(fileName);
      return guarded("getSemanticDiagnostics", original, () => {
        const configuration = configurationNow();
        const program = languageService.getProgram();
        const sourceFile = program?.getSourceFile(fileName);
        if (!configuration.enable || !program || !sourceFile) return original;
        analyses.update(project);
        return [...original, ...findingsIn(sourceFile, placeIn(program), configuration)];
      });
    },
    getSupportedCodeFixes(fileName) {
      const original = languageService.getSupportedCodeFixes(fileName);
      return guarded("getSupportedCodeFixes", original, () => [...original, ...Object.values(CODES).map(String)]);
    },
    getCodeFixesAtPosition(fileName, start, end, errorCodes, formatOptions, preferences) {
      const theirs = errorCodes.filter((code) => !isOurs(code));
      const original = languageService.getCodeFixesAtPosition(fileName, start, end, theirs, formatOptions, preferences);
      return guarded("getCodeFixesAtPosition", original, () => {
        const sourceFile = languageService.getProgram()?.getSourceFile(fileName);
        const ours = errorCodes.filter(isOurs);
        return [...original, ...fixesAt(sourceFile, start, ours), ...disableCommentFixes(sourceFile, start, ours)];
      });
    },
  };
  return new Proxy(languageService, {
    get: (target, name) => (name in more ? Reflect.get(more, name) : Reflect.get(target, name)) as unknown,
  });

  /** Whatever goes wrong with what we add, TypeScript's own answer is what the editor asked for. */
  function guarded<Result>(name: string, original: Result, extend: () => Result): Result {
    try {
      return extend();
    } catch (error) {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      project.projectService.logger.info(`typescript-plugin-loopguard: ${name} failed: ${reason}`);
      return original;
    }
  }

  function configurationNow(): Configuration {
    return readConfiguration({ ...(config as GivenConfiguration), ...analyses.configuration });
  }

  function findingsIn(sourceFile: ts.SourceFile, place: Place, configuration: Configuration): ts.Diagnostic[] {
    const file = analyses.fileOf(project, sourceFile.fileName);
    const selection: Selection = { ...presets.recommended, ...analyses.configured, ...configuration.selection };
    return [
      ...[...configuration.problems, ...analyses.configurationProblems, ...analyses.defectsIn(file)].map((problem) =>
        problemDiagnostic(problem, sourceFile, typescript),
      ),
      ...selectFindings({ findings: analyses.findingsIn(file) }, selection)
        .filter(({ rule }) => configuration.severity[rule] !== "off")
        .flatMap((finding) => diagnosticOf(finding, sourceFile, place, configuration, typescript) ?? []),
    ];
  }

  /** None while the text is newer than the analysis. */
  function fixesAt(sourceFile: ts.SourceFile | undefined, start: number, codes: readonly number[]): ts.CodeFixAction[] {
    if (!sourceFile) return [];
    const file = analyses.fileOf(project, sourceFile.fileName);
    if (analyses.analysedText(file) !== sourceFile.text) return [];
    return findingFixes(sourceFile, start, codes, analyses.findingsIn(file), (finding) => analyses.fixOf(finding));
  }

  function placeIn(program: ts.Program): Place {
    const changes = new Map<string, TextChange | undefined>();
    const sourceFileOf = (file: string): ts.SourceFile | undefined =>
      program.getSourceFile(analyses.nameOf(project, file));
    const changeOf = (file: string): TextChange | undefined => {
      const analysed = analyses.analysedText(file);
      const now = sourceFileOf(file)?.text;
      return analysed === undefined || now === undefined ? undefined : changeBetween(analysed, now);
    };
    return {
      sourceFileOf,
      spanOf(location) {
        const { file } = location;
        if (!changes.has(file)) changes.set(file, changeOf(file));
        const change = changes.get(file);
        return change ? spanAfter(change, location) : location;
      },
    };
  }
}
