/** The program of a project, bound: what everyone who wants types has to build first. */
import ts from "typescript";

/** @throws when the configuration cannot be read */
export function buildProgram(tsconfig: string): ts.Program {
  const config = ts.getParsedCommandLineOfConfigFile(tsconfig, undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
      throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"));
    },
  });
  if (!config) throw new Error(`${tsconfig} cannot be read`);
  const program = ts.createProgram(config.fileNames, { ...config.options, noEmit: true });
  program.getTypeChecker(); // binds every file
  return program;
}
