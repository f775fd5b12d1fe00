/** The desktop build of VS Code, downloaded once into a cache folder. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { downloadAndUnzipVSCode, runTests } from "@vscode/test-electron";
import { cacheFolder } from "./cache-folder.js";
import { quietSettings, type Editor, type LoadedPaths, type SuiteReport, type TestWindow } from "./window.js";

const releases = "https://update.code.visualstudio.com/api/releases/stable";
/** How long the download server may take to answer, in ms, before it counts as out of reach. */
const patience = 5_000;

/** The editor, or undefined where there is no screen to show it on or nowhere to download it from. */
export async function desktopEditor(paths: LoadedPaths): Promise<Editor | undefined> {
  if (!hasScreen() || !(await canDownload())) return undefined;
  const executable = await downloadAndUnzipVSCode({ cachePath: cacheFolder(), version: "stable" });
  return { name: "VS Code on the desktop", run: (window) => runSuite(executable, paths, window) };
}

function hasScreen(): boolean {
  if (process.platform !== "linux") return true;
  return process.env["DISPLAY"] !== undefined || process.env["WAYLAND_DISPLAY"] !== undefined;
}

async function canDownload(): Promise<boolean> {
  try {
    return (await fetch(releases, { signal: AbortSignal.timeout(patience) })).ok;
  } catch {
    return false;
  }
}

async function runSuite(executable: string, paths: LoadedPaths, window: TestWindow): Promise<SuiteReport> {
  const scratch = await mkdtemp(path.join(tmpdir(), "loopguard-vscode-"));
  const report = path.join(scratch, "report.json");
  const settings = path.join(scratch, "data", "User", "settings.json");
  await mkdir(path.dirname(settings), { recursive: true });
  await writeFile(settings, JSON.stringify({ ...quietSettings, ...window.settings }));
  const launchArgs = [window.opens, `--user-data-dir=${path.join(scratch, "data")}`];
  launchArgs.push(`--extensions-dir=${path.join(scratch, "extensions")}`, "--skip-welcome", "--skip-release-notes");
  if (window.isTrusted) launchArgs.push("--disable-workspace-trust");
  try {
    // Rejects when a test failed; the report says which.
    const outcome: unknown = await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: paths.extension,
      extensionTestsPath: path.join(paths.suites, `${window.suite}.cjs`),
      extensionTestsEnv: { LOOPGUARD_SUITE_REPORT: report },
      launchArgs,
    }).catch((error: unknown) => error);
    return JSON.parse(
      await readFile(report, "utf8").catch(() => {
        throw new Error(`The suite ${window.suite} left no report.`, { cause: outcome });
      }),
    ) as SuiteReport;
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}
