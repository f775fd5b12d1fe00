/** The one question the program asks of git: what in a working tree is not committed. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { devNull } from "node:os";
import path from "node:path";

export interface Uncommitted {
  /** Changed files that git knows, relative to the working tree's root. */
  readonly changed: readonly string[];
  /** Files and directories (with a slash at the end) that git does not know. */
  readonly untracked: readonly string[];
}

/**
 * Asks git without letting the repository's own configuration start programs: no file-system monitor, no hooks, no
 * clean filters, no fetching of missing objects.
 *
 * @param root of the working tree
 * @throws Error with a sentence for a person when git cannot be asked
 */
export function uncommitted(root: string): Uncommitted {
  const git = gitProgram();
  const filters = run(git, root, ["config", "--show-scope", "--name-only", "--get-regexp", String.raw`^filter\.`], {
    // 1: there are none.
    codes: [0, 1],
  })
    .split("\n")
    .map((line) => line.split("\t"))
    .flatMap(([scope, key]) => (key !== undefined && scope !== "system" && scope !== "global" ? [key] : []));
  const settings = [
    ["core.fsmonitor", "false"],
    ["core.hooksPath", devNull],
    ...filters.map((key) => [key, key.endsWith(".required") ? "false" : ""]),
  ] as const;
  const overrides = Object.fromEntries(
    settings.flatMap(([key = "", value = ""], index) => [
      [`GIT_CONFIG_KEY_${String(index)}`, key],
      [`GIT_CONFIG_VALUE_${String(index)}`, value],
    ]),
  );
  const status = run(git, root, ["status", "--porcelain=v1", "-z", "--no-renames", "--ignore-submodules=dirty"], {
    variables: { ...overrides, GIT_CONFIG_COUNT: String(settings.length) },
  });
  const entries = status.split("\0").filter((entry) => entry !== "");
  const isUntracked = (entry: string): boolean => entry.startsWith("??");
  return {
    changed: entries.filter((entry) => !isUntracked(entry)).map((entry) => entry.slice(3)),
    untracked: entries.filter(isUntracked).map((entry) => entry.slice(3)),
  };
}

function run(
  git: string,
  root: string,
  args: readonly string[],
  { codes = [0], variables = {} }: { codes?: readonly number[]; variables?: NodeJS.ProcessEnv },
): string {
  const { error, status, stdout, stderr } = spawnSync(git, ["-C", root, ...args], {
    // Not the workspace: what lies there is not to be taken for a program.
    cwd: path.dirname(git),
    env: {
      ...process.env,
      ...variables,
      GIT_OPTIONAL_LOCKS: "0",
      GIT_NO_LAZY_FETCH: "1",
      GIT_ALLOW_PROTOCOL: "none",
      GIT_TERMINAL_PROMPT: "0",
    },
    encoding: "utf8",
    maxBuffer: 1_000_000_000,
    windowsHide: true,
  });
  if (error) throw new Error(`git could not be asked: ${error.message}.`);
  if (!codes.includes(status ?? -1))
    throw new Error(`git could not be asked: ${stderr.trim().split("\n", 1)[0] ?? ""}`);
  return stdout;
}

/** Looked up here, because Windows looks in the working directory first. */
function gitProgram(): string {
  const name = process.platform === "win32" ? "git.exe" : "git";
  const directories = (process.env["PATH"] ?? process.env["Path"] ?? "").split(path.delimiter);
  const found = directories
    .filter((directory) => path.isAbsolute(directory))
    .map((directory) => path.join(directory, name))
    .find((file) => existsSync(file));
  if (found === undefined) throw new Error("git could not be asked: it is not installed.");
  return found;
}
