/** Where the repository begins: reports that a code host reads name files from there. */
import path from "node:path";
import type { ProjectHost } from "@loopguard/engine";

/** The nearest directory from `cwd` upwards that holds `.git`, or `cwd` itself where there is none. */
export function repositoryRoot(cwd: string, host: ProjectHost): string {
  for (let directory = cwd; ; directory = path.posix.dirname(directory)) {
    const git = path.posix.join(directory, ".git");
    // In a worktree or submodule it is a file.
    if (host.directoryExists(git) || host.fileExists(git)) return directory;
    if (directory === path.posix.dirname(directory)) return cwd;
  }
}
