/** The frameworks' pages say what the declarations say, and every one of them shows something that is found. */
import assert from "node:assert/strict";
import { type Framework, frameworks } from "@loopguard/engine";
import { frameworkPages } from "./framework-pages.js";
import { shapesOf } from "./framework-shapes.js";

const acme: Framework = {
  name: "Acme",
  modules: ["acme"],
  types: { Server: { origins: ["new Server"] } },
  registrations: [
    { on: ["Server"], members: ["get", "post"], effect: "entry", kind: "http", label: "{METHOD} {0}" },
    { on: ["Server"], members: ["on"], events: ["close"], effect: "ignored" },
    { members: ["default"], handlers: [{ at: 0, property: "setup" }], effect: "startup" },
    { members: ["handler"], effect: "wrapped" },
  ],
  decorators: [
    { decorators: ["Get"], on: "method", effect: "entry", kind: "http", method: "GET" },
    { decorators: ["Post"], on: "method", effect: "entry", kind: "http", method: "POST" },
  ],
};

describe("the frameworks' pages", () => {
  it("say how handlers are registered, and what they are called", () => {
    assert.deepEqual(shapesOf([acme]).entries, [
      { how: "`@Get`, `@Post`", label: "METHOD /path" },
      { how: "`get`, `post` of `Server`", label: "METHOD /path" },
    ]);
  });

  it("say what becomes of other functions, but of those that are only passed on", () => {
    assert.deepEqual(shapesOf([acme]).others, [
      { how: '`on` with `("close", …)` of `Server`', label: "does not run while the process serves" },
      { how: "`acme` with `{ setup }`", label: "runs while the process starts" },
    ]);
  });

  it("need the page that a framework says it stands on", () => {
    assert.throws(() => frameworkPages([{ ...acme, partOf: "Emca" }]), /Acme is part of Emca, which has no page/u);
  });

  for (const [file, text] of frameworkPages(frameworks)) {
    if (file.endsWith("README.md")) continue;
    it(`${file} says what the event loop calls, and shows what is found`, () => {
      assert.match(
        text,
        /\n## What the event loop calls\n\n\| registered by \| entry point \|\n\| --- \| --- \|\n\| /u,
      );
      assert.match(text, /\n\/\/<?\s*\^+ no-[\w-]+ (?:definite|probable): /u);
    });
  }
});
