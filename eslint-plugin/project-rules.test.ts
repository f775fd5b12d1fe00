/** The project-wide rules under the real ESLint, newest and oldest supported, with every source of types and with none. */
import assert from "node:assert/strict";
import { ESLint } from "eslint";
import { ESLint as ESLint9 } from "eslint-9";
import type { Linter } from "eslint";
import plugin from "./index.js";
import { lint, typeInformation, withProject, type TypeInformation } from "./testing/lint.js";

/** The call that blocks is two files away from the handler that waits for it. */
const SERVER = {
  "package.json": '{"type":"module"}',
  "server.ts": `import { createServer } from "node:http";
import { render } from "./render.js";

createServer((request, response) => {
  response.end(render("home"));
}).listen(8080);
`,
  "render.ts": `import { loadTemplate } from "./templates.js";

export function render(page: string): string {
  return loadTemplate(page).toUpperCase();
}
`,
  "templates.ts": `import { readFileSync } from "node:fs";

const layout = readFileSync("layout.html", "utf8");

export function loadTemplate(page: string): string {
  return layout + readFileSync(page + ".html", "utf8");
}
`,
};

const VERSIONS: readonly (readonly [string, typeof ESLint])[] = [
  [`ESLint ${ESLint.version}`, ESLint],
  [`ESLint ${ESLint9.version}`, ESLint9],
];

for (const [version, eslint] of VERSIONS) {
  describe(`project-wide rules in ${version}`, () => {
    for (const kind of ["projectService", "project", "programs", "none"] as const) {
      it(`report the blocking call, and not the one at start-up, with \`${kind}\``, async () => {
        const reports = await withProject(SERVER, (directory) =>
          lint(directory, recommended(kind, directory), { eslint }),
        );
        assert.deepEqual(
          reports.map(({ rule, file, line, column, endLine, endColumn }) => [
            rule,
            file,
            line,
            column,
            endLine,
            endColumn,
          ]),
          [["loopguard/no-sync-io", "templates.ts", 6, 19, 6, 55]],
        );
        assert.match(reports[0]?.message ?? "", /render → loadTemplate → /);
      });
    }

    it("suggest to await where no signature changes, and are never fixed unasked", async () => {
      const server = `import { createServer } from "node:http";
import { readFileSync } from "node:fs";

createServer(async (request, response) => {
  response.end(readFileSync("page.html"));
}).listen(8080);
`;
      await withProject({ "package.json": '{"type":"module"}', "server.ts": server }, async (directory) => {
        for (const kind of ["projectService", "none"] as const) {
          const config = recommended(kind, directory);
          const engine = new eslint({ cwd: directory, overrideConfigFile: true, overrideConfig: config, fix: true });
          const [result] = await engine.lintFiles(["server.ts"]);
          const [suggestion, ...others] = result?.messages[0]?.suggestions ?? [];
          assert.equal(result?.output, undefined);
          assert.equal(suggestion?.desc, "Await fs.promises.readFile.");
          assert.deepEqual(others, []);
          const [start, end] = suggestion.fix.range;
          assert.equal(
            server.slice(0, start) + suggestion.fix.text + server.slice(end),
            server
              .replace('{ readFileSync } from "node:fs"', '{ readFile } from "node:fs/promises"')
              .replace("readFileSync(", "await readFile("),
          );
        }
      });
    });

    it("obey disable comments, and call those that disable nothing unused", async () => {
      const project = {
        ...SERVER,
        "templates.ts": `import { readFileSync } from "node:fs";

// eslint-disable-next-line loopguard/no-sync-io -- nothing here
export const suffix = ".html";

export function loadTemplate(page: string): string {
  // eslint-disable-next-line loopguard/no-sync-io -- 200 bytes
  return readFileSync(page + suffix, "utf8");
}
`,
      };
      const reports = await withProject(project, (directory) =>
        lint(
          directory,
          [...recommended("projectService", directory), { linterOptions: { reportUnusedDisableDirectives: "error" } }],
          { eslint },
        ),
      );
      assert.deepEqual(
        reports.map(({ line, rule, message }) => [line, rule, message.slice(0, 32)]),
        [[3, null, "Unused eslint-disable directive "]],
      );
    });

    it("know that a comment is used when its file alone is linted, in whatever way", async () => {
      const project = {
        ...SERVER,
        "templates.ts": SERVER["templates.ts"].replace(
          "  return",
          "  // eslint-disable-next-line loopguard/no-sync-io -- 200 bytes\n  return",
        ),
      };
      await withProject(project, async (directory) => {
        for (const kind of ["projectService", "none"] as const) {
          const config = [
            ...recommended(kind, directory),
            { linterOptions: { reportUnusedDisableDirectives: "error" as const } },
          ];
          assert.deepEqual(await lint(directory, config, { eslint, paths: ["templates.ts"] }), []);
        }
      });
    });

    it("report cheap calls when asked to", async () => {
      const project = {
        "package.json": '{"type":"module"}',
        "server.ts": `import { existsSync } from "node:fs";
import { createServer } from "node:http";

createServer((request, response) => {
  response.statusCode = existsSync("maintenance") ? 503 : 200;
  response.end();
}).listen(8080);
`,
      };
      const withMinCost = (minCost: number) =>
        withProject(project, async (directory) =>
          lint(
            directory,
            [
              typeInformation("projectService", directory),
              { plugins: { loopguard: plugin }, rules: { "loopguard/no-sync-io": ["error", { minCost }] } },
            ],
            { eslint },
          ),
        );
      assert.equal((await withMinCost(1)).length, 0);
      assert.equal((await withMinCost(0)).length, 1);
    });
  });
}

function recommended(kind: TypeInformation, directory: string): Linter.Config[] {
  return [typeInformation(kind, directory), plugin.configs.recommended];
}
