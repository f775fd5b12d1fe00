/** The suites that run inside a real VS Code, each in a window of its own; their tests are counted one by one. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import Mocha from "mocha";
import { bundleSuites } from "../packaging/bundle.js";
import { packedExtension } from "../packaging/packed-extension.js";
import { root } from "../packaging/root.js";
import { chooseEditor, type Choice } from "./choose-editor.js";
import type { LoadedPaths, SuiteReport, TestWindow } from "./window.js";
import { sampleWorkspace, type Workspace } from "./workspaces.js";

interface Scenario {
  readonly title: string;
  readonly suite: string;
  readonly isTrusted: boolean;
  readonly workspace: () => Workspace;
  /** What the window opens, from the workspace's folder. */
  readonly opens: string;
  /** User settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

const scenarios: readonly Scenario[] = [
  {
    title: "in a folder",
    suite: "folder",
    isTrusted: true,
    workspace: () => sampleWorkspace(["."]),
    opens: ".",
  },
  {
    title: "with two folders",
    suite: "multi-root",
    isTrusted: true,
    workspace: () =>
      sampleWorkspace(["accounts", "shop"], {
        "both.code-workspace": { folders: [{ path: "accounts" }, { path: "shop" }] },
      }),
    opens: "both.code-workspace",
  },
  {
    title: "beside the plugin for tsserver",
    suite: "tsserver-plugin",
    isTrusted: true,
    workspace: () => sampleWorkspace(["."], { "tsconfig.json": configWithPlugin() }),
    opens: ".",
    settings: { "typescript.tsserver.pluginPaths": [root] },
  },
  {
    title: "in Restricted Mode",
    suite: "restricted",
    isTrusted: false,
    workspace: () => sampleWorkspace(["."], { ".vscode/settings.json": { "loopguard.enable": false } }),
    opens: ".",
  },
];

describe("in a real VS Code", function () {
  this.timeout(600_000);

  let choice: Choice;
  before(async () => {
    const paths: LoadedPaths = {
      extension: (await packedExtension("real-vscode")).folder,
      suites: path.join(root, ".vscode-test", "suites"),
    };
    await bundleSuites(paths.suites);
    choice = await chooseEditor(paths);
    console.log("missing" in choice ? `    skipped: ${choice.missing}` : `    ${choice.editor.name}`);
  });

  for (const { title, suite, isTrusted, workspace, opens, settings = {} } of scenarios) {
    describe(title, () => {
      before(async function () {
        if ("missing" in choice) return;
        const files = workspace();
        try {
          const window: TestWindow = { suite, opens: path.join(files.folder, opens), isTrusted, settings };
          addTests(this.test?.parent, await choice.editor.run(window));
        } finally {
          files.remove();
        }
      });

      // Mocha starts a suite only when it has a test; those from the window are added once they are known.
      it("runs to its end", function () {
        if ("missing" in choice) {
          if (process.env["CI"]) throw new Error(choice.missing);
          this.skip();
        }
        assert.ok((this.test?.parent?.tests.length ?? 0) > 1, "The suite has no tests.");
      });
    });
  }
});

/** The sample server's `tsconfig.json`, with the plugin in it. */
function configWithPlugin(): object {
  const file = path.join(root, "rules-fixtures", "sample", "tsconfig.json");
  const config = JSON.parse(readFileSync(file, "utf8")) as { readonly compilerOptions: object };
  return {
    ...config,
    compilerOptions: { ...config.compilerOptions, plugins: [{ name: "typescript-plugin-loopguard" }] },
  };
}

/** Adds a test for each one that ran in the window, with its outcome. */
function addTests(suite: Mocha.Suite | undefined, report: SuiteReport): void {
  for (const { fullTitle, err } of report.tests) {
    suite?.addTest(
      new Mocha.Test(fullTitle, () => {
        if (err.message !== undefined) throw Object.assign(new Error(err.message), { stack: err.stack });
      }),
    );
  }
}
