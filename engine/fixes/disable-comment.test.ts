import assert from "node:assert/strict";

import { disableComment } from "./disable-comment.js";

const CALL = "readFileSync(name)";

function disabled(text: string): string {
  const { offset, text: comment } = disableComment(text, text.indexOf(CALL), "no-sync-io");
  return text.slice(0, offset) + comment + text.slice(offset);
}

describe("a disable comment", () => {
  it("stands above the line, indented like it, with room for the reason", () => {
    assert.equal(
      disabled(`get("/", () => {\n  const text = ${CALL};\n});\n`),
      `get("/", () => {\n  // eslint-disable-next-line loopguard/no-sync-io -- TODO: why this may block\n  const text = ${CALL};\n});\n`,
    );
  });

  it("keeps the file's line breaks", () => {
    assert.equal(
      disabled(`\r\n\treturn ${CALL};\r\n`),
      `\r\n\t// eslint-disable-next-line loopguard/no-sync-io -- TODO: why this may block\r\n\treturn ${CALL};\r\n`,
    );
  });

  it("is the first line of a file that has no other", () => {
    assert.equal(
      disabled(CALL),
      `// eslint-disable-next-line loopguard/no-sync-io -- TODO: why this may block\n${CALL}`,
    );
  });

  for (const text of [
    `const page = \`\n  <p>\${${CALL}}</p>\`;`,
    `const page = \`\n\`.concat(${CALL});`,
    `<ul>\n  {${CALL}}\n</ul>`,
    `<p>\n  text</p>;${CALL};`,
    `/*\n */ ${CALL};`,
    `const page = "a \\\nb" + ${CALL};`,
  ]) {
    it(`stands in front of the call where the line may not begin with code: ${JSON.stringify(text)}`, () => {
      assert.equal(disabled(text), text.replace(CALL, `/* eslint-disable-line loopguard/no-sync-io */ ${CALL}`));
    });
  }
});
