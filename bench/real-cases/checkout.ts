/** Checks commits of local clones out into temporary folders. Nothing of them is installed or executed. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Snapshot } from "./cases.js";

/**
 * Finds the git directory of a repository's clone.
 *
 * @param clones folder of clones, named `owner+name`, `owner/name` or `name`, or anything when a remote tells
 * @param repository `owner/name`
 * @throws with a sentence for a person when there is none
 */
export function findClone(clones: string, repository: string): string {
  const [owner = "", name = ""] = repository.split("/");
  const named = [`${owner}+${name}`, join(owner, name), name, `${name}.git`].map((path) => join(clones, path));
  const gitDirectory =
    firstGitDirectory(named) ??
    firstGitDirectory(
      readdirSync(clones).map((entry) => join(clones, entry)),
      (directory) => hasRemote(directory, repository),
    );
  if (gitDirectory === undefined) {
    throw new Error(`no clone of ${repository} in ${clones}; make one: git clone https://github.com/${repository}`);
  }
  return gitDirectory;
}

/**
 * Checks a snapshot out into a new temporary folder, leaving the clone's own index and work tree alone.
 *
 * @returns the folder; remove it with {@link removeCheckout}
 * @throws with git's own message when the clone lacks the commit or one of the files
 */
export function checkOut(clones: string, snapshot: Snapshot): string {
  const gitDirectory = findClone(clones, snapshot.repository);
  const folder = mkdtempSync(join(tmpdir(), "loopguard-case-"));
  git(gitDirectory, ["checkout", "--quiet", snapshot.commit, "--", ...snapshot.folders], {
    GIT_WORK_TREE: folder,
    GIT_INDEX_FILE: join(folder, ".index"),
  });
  rmSync(join(folder, ".index"));
  return folder;
}

export function removeCheckout(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function firstGitDirectory(
  folders: readonly string[],
  accept: (gitDirectory: string) => boolean = () => true,
): string | undefined {
  return folders
    .flatMap((folder) => [join(folder, ".git"), folder, join(folder, "repo", ".git"), join(folder, "repo")])
    .find(
      (directory) => existsSync(join(directory, "HEAD")) && existsSync(join(directory, "objects")) && accept(directory),
    );
}

function hasRemote(gitDirectory: string, repository: string): boolean {
  try {
    return git(gitDirectory, ["config", "--get-regexp", String.raw`^remote\..*\.url$`])
      .split("\n")
      .some((line) =>
        line
          .replace(/(\.git)?\/?$/u, "")
          .toLowerCase()
          .endsWith(`/${repository.toLowerCase()}`),
      );
  } catch {
    return false; // git fails when there is no such key
  }
}

function git(gitDirectory: string, command: readonly string[], environment: Record<string, string> = {}): string {
  return execFileSync("git", ["--git-dir", gitDirectory, ...command], {
    encoding: "utf8",
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
}
