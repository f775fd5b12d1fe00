/** VS Code as npm carries it: a server whose extension host is a Node.js process, shown by a browser without a screen. */
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { installServer, type InstalledServer } from "./installed-server.js";
import { quietSettings, type Editor, type LoadedPaths, type SuiteReport, type TestWindow } from "./window.js";

/** How long a suite may take, in ms, before the window counts as hung. */
const suiteTimeout = 480_000;

/**
 * Makes the editor ready to run.
 *
 * @param executable The browser, see {@link findBrowser}.
 * @throws When the server cannot be installed.
 */
export async function browserEditor(paths: LoadedPaths, executable: string): Promise<Editor> {
  const server = await installServer();
  return {
    name: "VS Code in a browser (code-server, Chromium)",
    run: (window) => runSuite({ server, executable }, paths, window),
  };
}

/** A window for a person to look at. */
export interface OpenWindow {
  readonly page: Page;
  close(): Promise<void>;
}

/**
 * Opens a window that stays open, with no suite in it.
 *
 * @param extension Absolute path of the extension's folder.
 */
export async function showWindow(
  extension: string,
  executable: string,
  window: Omit<TestWindow, "suite">,
): Promise<OpenWindow> {
  return openWindow({ server: await installServer(), executable }, { ...window, extension });
}

/** The path of a Chromium or a relative of it, or undefined. */
export function findBrowser(): string | undefined {
  const onPath = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"].flatMap(
    (name) => (process.env["PATH"] ?? "").split(path.delimiter).map((folder) => path.join(folder, name)),
  );
  const elsewhere = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
    String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
  ];
  return [...onPath, ...elsewhere].find((file) => existsSync(file));
}

/** What shows a window. */
interface Shown {
  readonly server: InstalledServer;
  /** The browser. */
  readonly executable: string;
}

async function runSuite(shown: Shown, { extension, suites }: LoadedPaths, window: TestWindow): Promise<SuiteReport> {
  const scratch = await mkdtemp(path.join(tmpdir(), "loopguard-suite-"));
  const report = path.join(scratch, "report.json");
  let exited: (code: number) => void = () => undefined;
  const exit = new Promise<number>((resolve) => {
    exited = resolve;
  });
  const log: string[] = [];
  const tests = { module: path.join(suites, `${window.suite}.cjs`), report };
  const open = await openWindow(shown, { ...window, extension, tests }, async (page) => {
    await page.exposeFunction("codeAutomationExit", (code: number) => {
      exited(code);
    });
    await page.exposeFunction("codeAutomationLog", (type: string, args: readonly unknown[]) => {
      const line = `${type}: ${args.map(String).join(" ")}`;
      // A native module for its own log files, which is not built here, and which it does without.
      if (!line.includes("spdlog")) log.push(line);
    });
  });
  try {
    const code = await Promise.race([exit, timeout(suiteTimeout)]);
    if (!existsSync(report)) {
      const picture = path.join(tmpdir(), `loopguard-${window.suite}.png`);
      await open.page.screenshot({ path: picture });
      throw new Error(
        `The suite ${window.suite} ${code === undefined ? "did not end" : `ended with ${code}`} and left no report. ` +
          `The window's last picture is ${picture}.\n${log.slice(-40).join("\n")}`,
      );
    }
    return JSON.parse(await readFile(report, "utf8")) as SuiteReport;
  } finally {
    await open.close();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface WindowRequest extends Omit<TestWindow, "suite"> {
  /** Absolute path of the extension's folder. */
  readonly extension: string;
  /** The tests that run in the window, and where they leave their report: absolute paths. */
  readonly tests?: { readonly module: string; readonly report: string };
}

/** Opens a window on a server of its own; `prepare` sees the page before it loads anything. */
async function openWindow(
  { server, executable }: Shown,
  { extension, opens, settings, isTrusted, tests }: WindowRequest,
  prepare: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<OpenWindow> {
  const data = await mkdtemp(path.join(tmpdir(), "loopguard-vscode-"));
  const user = path.join(data, "data", "User");
  await mkdir(user, { recursive: true });
  await writeFile(path.join(user, "settings.json"), JSON.stringify({ ...quietSettings, ...settings }));
  // To a browser, the server is another machine, which has settings of its own.
  const machine = path.join(data, "data", "Machine");
  await mkdir(machine, { recursive: true });
  await writeFile(path.join(machine, "settings.json"), JSON.stringify(settings ?? {}));

  const args = ["--host", "127.0.0.1", "--port", "0", "--without-connection-token", "--enable-smoke-test-driver"];
  args.push("--server-data-dir", data, "--user-data-dir", path.join(data, "data"));
  args.push("--extensions-dir", path.join(data, "extensions"), "--telemetry-level", "off");
  if (isTrusted) args.push("--disable-workspace-trust");
  const serving = spawn(server.node, [server.main, ...args], { env: environment(tests?.report), stdio: "pipe" });
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close();
    await stop(serving);
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const authority = `127.0.0.1:${await port(serving)}`;
    browser = await chromium.launch({ executablePath: executable, args: browserArguments });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await prepare(page);
    const remote = (file: string): string => `vscode-remote://${authority}${pathToFileURL(file).pathname}`;
    const payload = [
      ["extensionDevelopmentPath", remote(extension)],
      ...(tests === undefined ? [] : [["extensionTestsPath", remote(tests.module)]]),
      ["enableProposedApi", ""],
      ["skipWelcome", "true"],
    ];
    const query = new URLSearchParams({
      [opens.endsWith(".code-workspace") ? "workspace" : "folder"]: opens,
      payload: JSON.stringify(payload),
    });
    await page.goto(`http://${authority}/?${query.toString()}`);
    return { page, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Nothing that a surrounding VS Code set, and where a suite leaves its report. */
function environment(report: string | undefined): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(?:VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name));
  return { ...Object.fromEntries(own), ...(report !== undefined && { LOOPGUARD_SUITE_REPORT: report }) };
}

/** Its own updates, synchronisation and sandbox are of no use to a test, and the last needs rights that root lacks. */
const browserArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The port that the server says it listens on. */
function port(server: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = "";
    const listen = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = /http:\/\/[\w.[\]:]+:(\d+)/.exec(output) ?? /listening on (\d+)/.exec(output);
      if (found?.[1] !== undefined) resolve(Number(found[1]));
    };
    server.stdout?.on("data", listen);
    server.stderr?.on("data", listen);
    server.once("error", reject);
    server.once("exit", () => {
      reject(new Error(`VS Code's server ended before it listened:\n${output}`));
    });
  });
}

/** Ends the server and waits until it is gone, so that its files can be removed. */
function stop(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) resolve();
    server.once("exit", () => {
      resolve();
    });
    server.kill();
  });
}

function timeout(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => {
      resolve(undefined);
    }, milliseconds).unref();
  });
}
