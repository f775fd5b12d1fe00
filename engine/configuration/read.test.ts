/** What is read of a configuration file, and what is said about the mistakes in it. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import type { Problem } from "../rules/finding.js";
import { findConfiguration, readConfiguration, type ConfigurationHost } from "./read.js";
import { configurationSchema } from "./schema.js";

const FILE = "/shop/loopguard.config.json";

describe("configuration", () => {
  it("is the nearest file at or above a directory", () => {
    const host = disk({ "/loopguard.config.json": "{}", "/shop/loopguard.config.json": "{}" });
    assert.equal(findConfiguration(host, "/shop/src/routes"), "/shop/loopguard.config.json");
    assert.equal(findConfiguration(host, "/shop"), "/shop/loopguard.config.json");
    assert.equal(findConfiguration(host, "/elsewhere"), "/loopguard.config.json");
  });

  it("is not looked for outside the repository", () => {
    const host = disk({ "/loopguard.config.json": "{}", "/shop/.git/HEAD": "" });
    assert.equal(findConfiguration(host, "/shop/src"), undefined);
  });

  it("has comments and trailing commas", () => {
    const { configuration, problems } = read(`{
      // Everything else is reviewed.
      "minCost": 2,
      "ignore": ["src/generated/",],
    }`);
    assert.deepEqual(problems, []);
    assert.deepEqual(configuration, { file: FILE, minCost: 2, ignore: ["src/generated/"] });
  });

  it("means files of the project by paths beside it, with or without their extension, or as they are imported", () => {
    const host = { "/shop/src/bus.ts": "", "/shop/src/jobs/index.ts": "" };
    for (const [written, file] of [
      ["./src/bus.ts", "/shop/src/bus.ts"],
      ["./src/bus", "/shop/src/bus.ts"],
      ["./src/bus.js", "/shop/src/bus.ts"],
      ["./src/../src/jobs", "/shop/src/jobs/index.ts"],
    ] as const) {
      const { configuration } = read(`{ "startup": [{ "module": "${written}", "member": "start" }] }`, host);
      assert.deepEqual(configuration.startup, [{ module: file, member: "start", at: { line: 1, column: 15 } }]);
    }
  });

  it("keeps what is right beside what is wrong", () => {
    const { configuration, problems } = read(`{
  "minCost": 7,
  "confidence": "probable",
  "blocking": [
    { "module": "@acme/ldap", "member": "search", "kind": "sync-oi" },
    { "module": "@acme/ldap", "member": "bind" }
  ]
}`);
    assert.deepEqual(said(problems), [
      `2:14 "minCost" must be one of 0, 1, 2, 3, not 7.`,
      `5:59 "kind" must be one of "sync-io", "cpu", "wait", "loop", "regex", not "sync-oi"; did you mean "sync-io".`,
    ]);
    assert.equal(configuration.confidence, "probable");
    assert.equal(configuration.minCost, undefined);
    assert.deepEqual(
      configuration.blocking?.map(({ member }) => member),
      ["bind"],
    );
  });

  for (const [what, text, ...sentences] of [
    ["an unknown setting", `{ "blokcing": [] }`, `1:3 There is no setting "blokcing"; did you mean "blocking".`],
    [
      "an unknown setting like no other",
      `{ "ignore": [], "wrappers": [{ "module": "a", "member": "b", "zzzzzzzz": 1 }] }`,
      `1:62 There is no setting "zzzzzzzz". There are "module", "member", "argument", "property".`,
    ],
    ["a wrong type", `{ "ignore": "dist/" }`, `1:13 "ignore" must be a list, not "dist/".`],
    ["a wrong entry", `{ "ignore": [{}] }`, `1:14 An entry of "ignore" must be a text, not an object.`],
    ["no object at all", `[]`, `1:1 The file must be an object, not a list.`],
    ["a missing property", `{ "offload": [{ "module": "a" }] }`, `1:15 An entry of "offload" needs "member".`],
    [
      "nothing that says what is meant",
      `{ "entryPoints": [{ "module": "a" }] }`,
      `1:19 An entry of "entryPoints" needs "member" or "decorator".`,
    ],
    ["an empty name", `{ "ignore": [""] }`, `1:14 An entry of "ignore" must not be empty.`],
    [
      "a time below zero",
      `{ "blocking": [{ "module": "a", "member": "b", "ms": -1 }] }`,
      `1:54 "ms" must be at least 0, not -1.`,
    ],
    [
      "half an argument",
      `{ "wrappers": [{ "module": "a", "member": "b", "argument": 0.5 }] }`,
      `1:60 "argument" must be a whole number, not 0.5.`,
    ],
    [
      "a file that is not there",
      `{ "startup": [{ "module": "./src/boot.ts", "member": "boot" }] }`,
      `1:15 There is no source file "./src/boot.ts" beside the configuration.`,
    ],
    ["broken JSON", `{ "minCost" 1 }`, `1:13 The JSON is broken here: colon expected.`],
    ["an empty file", ``, `1:1 The JSON is broken here: value expected.`],
  ] as const) {
    it(`says where there is ${what}`, () => {
      assert.deepEqual(said(read(text).problems), sentences);
    });
  }

  it("says that the file cannot be read", () => {
    assert.deepEqual(readConfiguration(disk({}), FILE).problems, [
      { file: FILE, message: "The configuration is not there or cannot be read." },
    ]);
  });

  it("has a schema by which editors find the same mistakes", () => {
    const published = JSON.parse(
      readFileSync(new URL("../../schema/loopguard.config.json", import.meta.url), "utf8"),
    ) as object;
    assert.deepEqual(published, configurationSchema);
    const isValid = new Ajv({ strict: false }).compile(published);
    const right = {
      minCost: 1,
      entryPoints: [{ module: "a", decorator: "B" }],
      blocking: [{ module: "a", member: "b" }],
    };
    assert.ok(isValid(right));
    for (const wrong of [
      { minCost: 7 },
      { blokcing: [] },
      { entryPoints: [{ module: "a" }] },
      { ignore: [""] },
      { wrappers: [{ module: "a", member: "b", argument: 0.5 }] },
    ]) {
      assert.ok(!isValid(wrong), JSON.stringify(wrong));
      assert.equal(read(JSON.stringify(wrong)).problems.length, 1, JSON.stringify(wrong));
    }
  });
});

function read(text: string, others: Readonly<Record<string, string>> = {}) {
  return readConfiguration(disk({ ...others, [FILE]: text }), FILE);
}

function said(problems: readonly Problem[]): string[] {
  return problems.map(({ line, column, message }) => `${String(line)}:${String(column)} ${message}`);
}

function disk(files: Readonly<Record<string, string>>): ConfigurationHost {
  return {
    readFile: (path) => files[path],
    fileExists: (path) => Object.hasOwn(files, path),
    directoryExists: (path) => Object.keys(files).some((file) => file.startsWith(`${path}/`)),
  };
}
