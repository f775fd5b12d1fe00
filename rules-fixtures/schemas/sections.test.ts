/** What is read of types and schemas, section by section of the documents beside this file. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Project } from "@loopguard/engine";
import { openProject } from "@loopguard/engine/typescript";
import { INSTALLED, LIBRARY } from "../check-fixtures.js";
import { memoryHost } from "../memory-host.js";
import { readSection, type Section, sectionsOf } from "./sections.js";

const CONFIG = JSON.stringify({
  compilerOptions: { strict: true, module: "nodenext", target: "es2022", allowJs: true, checkJs: true, types: [] },
});

for (const [document, mounts] of [
  ["types.md", [LIBRARY]],
  ["comments.md", [LIBRARY]],
  ["validators.md", [LIBRARY, INSTALLED]],
  ["not-installed.md", [LIBRARY]],
] as const) {
  describe(`schemas: ${document}`, function () {
    this.timeout(60_000);
    const sections = sectionsOf(readFileSync(new URL(`../../schemas/${document}`, import.meta.url), "utf8"));
    const folders = new Map(sections.map((section, index) => [section, `/project/section${String(index)}`]));
    let project: Project | undefined;
    before(() => {
      project = openProject(memoryHost(filesOf(folders), mounts), ["/project"]);
    });

    for (const [section, folder] of folders) {
      it(section.title, () => {
        assert.ok(project && section.expected.size > 0);
        for (const [direction, expected] of section.expected) {
          assert.deepEqual(readSection(project, folder, section, direction), expected, direction);
        }
      });
    }
  });
}

function filesOf(folders: ReadonlyMap<Section, string>): ReadonlyMap<string, string> {
  const files = [...folders].flatMap(([section, folder]) =>
    [...section.files].map(([name, text]) => [`${folder}/${name}`, text] as const),
  );
  return new Map([["/project/tsconfig.json", CONFIG], ...files]);
}
