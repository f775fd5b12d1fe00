/** The packed extension holds what runs, all of it, and nothing else. */
import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { type PackedExtension, packedExtension } from "./packed-extension.js";

describe("the packed extension", function () {
  this.timeout(120_000);

  let packed: PackedExtension;
  before(async () => {
    packed = await packedExtension("package");
  });

  it("holds nothing but what runs and what is shown", () => {
    const { files } = packed;
    const own = [...files.keys()].filter((name) => !name.startsWith("extension/out/typescript/")).sort();
    assert.deepEqual(own, [
      "[Content_Types].xml",
      "extension.vsixmanifest",
      "extension/LICENSE.txt",
      "extension/extension/images/icon.png",
      "extension/extension/images/view.svg",
      "extension/extension/walkthrough/choose.svg",
      "extension/extension/walkthrough/document.svg",
      "extension/extension/walkthrough/follow.svg",
      "extension/extension/walkthrough/routes.svg",
      "extension/extension/walkthrough/see.svg",
      "extension/out/extension.cjs",
      "extension/out/preview/page.js",
      "extension/out/preview/preview.css",
      "extension/out/preview/redoc.LICENSE.txt",
      "extension/out/preview/redoc.standalone.js",
      "extension/out/preview/redoc.standalone.js.LICENSE.txt",
      "extension/out/preview/swagger-ui-bundle.js",
      "extension/out/preview/swagger-ui-bundle.js.LICENSE.txt",
      "extension/out/preview/swagger-ui.LICENSE.txt",
      "extension/out/preview/swagger-ui.NOTICE.txt",
      "extension/out/preview/swagger-ui.css",
      "extension/out/recheck/LICENSE",
      "extension/out/recheck/lib/browser.js",
      "extension/out/recheck/package.json",
      "extension/out/regex-thread.js",
      "extension/out/server.js",
      "extension/out/thread.js",
      "extension/package.json",
      "extension/package.nls.json",
      "extension/readme.md",
    ]);
  });

  it("carries TypeScript's library, which types depend on, and no other part of it", () => {
    const { files } = packed;
    const typescript = [...files.keys()].filter((name) => name.startsWith("extension/out/typescript/"));
    const others = typescript.filter((name) => !/\/lib\/lib(?:\.[\w.]+)?\.d\.ts$/.test(name)).sort();
    assert.deepEqual(others, [
      "extension/out/typescript/LICENSE.txt",
      "extension/out/typescript/ThirdPartyNoticeText.txt",
      "extension/out/typescript/lib/typescript.js",
      "extension/out/typescript/package.json",
    ]);
    assert.ok(typescript.some((name) => name.endsWith("/lib.es2023.d.ts")));
  });

  it("is below 5 MB, most of which is TypeScript, recheck, Swagger UI and Redoc", () => {
    const { file, files } = packed;
    assert.ok(statSync(file).size < 5e6, `${statSync(file).size} bytes`);
    const own = [...files].filter(([name]) => /\/out\/\w+\.c?js$/.test(name));
    const bytes = own.reduce((sum, [, size]) => sum + size, 0);
    // A megabyte of it is the Unicode tables by which regular expressions are judged.
    assert.ok(bytes < 3.2e6, `${bytes} bytes of code`);
  });
});
