/** The plugin's face: metadata, rules and configs, as ESLint and its users see them. */
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { presets, rules as declarations } from "@loopguard/engine";
import type { Rule } from "eslint";
import { defineConfig } from "eslint/config";
import plugin from "./index.js";

const manifest = createRequire(import.meta.url)("../package.json") as { name: string; version: string };

describe("eslint-plugin-loopguard", () => {
  it("names itself as its package does", () => {
    assert.deepEqual(plugin.meta, { name: manifest.name, version: manifest.version, namespace: "loopguard" });
  });

  it("has a rule for every declaration, described by it", () => {
    assert.deepEqual(
      Object.entries(plugin.rules).map(([name, rule]) => ({ name, description: metaOf(rule).docs?.description })),
      declarations.map(({ name, description }) => ({ name, description })),
    );
  });

  for (const [name, rule] of Object.entries(plugin.rules)) {
    it(`gives ${name} a page, messages, and options with descriptions`, () => {
      const { docs, messages, schema, defaultOptions, languages, type } = metaOf(rule) as Rule.RuleMetaData & {
        languages: unknown;
      };
      assert.match(docs?.url ?? "", new RegExp(`/docs/rules/${name}\\.md$`));
      assert.deepEqual(messages, { blocked: "{{message}}", fix: "{{title}}.", failed: "{{message}}" });
      assert.deepEqual(languages, ["js/js"]);
      assert.equal(type, "problem");

      const [{ properties }] = schema as [{ properties: Record<string, { description?: string; enum: unknown[] }> }];
      assert.ok(Object.keys(properties).length > 0);
      for (const [option, { description }] of Object.entries(properties)) {
        assert.ok(description, `${option} has no description`);
      }
      const [defaults] = defaultOptions as [Record<string, unknown>];
      for (const [option, value] of Object.entries(defaults)) {
        assert.ok(properties[option]?.enum.includes(value), `the default of ${option} is not among its values`);
      }
    });
  }

  it("puts in each config the rules that are declared for it", () => {
    const namesOf = (config: keyof typeof plugin.configs) => Object.keys(plugin.configs[config].rules ?? {});
    const declaredFor = (...wanted: string[]) =>
      declarations.filter(({ preset }) => wanted.includes(preset)).map(({ name }) => `loopguard/${name}`);
    assert.deepEqual(namesOf("recommended"), declaredFor("recommended"));
    assert.deepEqual(namesOf("strict"), declaredFor("recommended", "strict"));
    assert.deepEqual(namesOf("local"), declaredFor("local"));
    assert.ok(namesOf("recommended").includes("loopguard/no-sync-io"));
    assert.deepEqual(namesOf("local"), ["loopguard/no-sync-in-async"]);
  });

  it("keeps rules that read other files out of the config for single files", () => {
    for (const name of Object.keys(plugin.configs.local.rules ?? {})) {
      const docs = metaOf(plugin.rules[name.replace("loopguard/", "")]).docs as { readsProject?: boolean };
      assert.equal(docs.readsProject, false);
    }
  });

  it("lowers the thresholds in strict to those of the engine's preset", () => {
    const { confidence, minCost } = presets.strict;
    assert.deepEqual(plugin.configs.strict.rules?.["loopguard/no-sync-io"], ["error", { confidence, minCost }]);
    assert.notDeepEqual(presets.strict, presets.recommended);
  });

  it("brings itself along in its configs, in both ways of extending", () => {
    assert.equal(plugin.configs.recommended.plugins?.["loopguard"], plugin);
    const byObject = defineConfig([{ extends: [plugin.configs.recommended] }]);
    const byName = defineConfig([{ plugins: { loopguard: plugin }, extends: ["loopguard/recommended"] }]);
    const rulesOf = (configs: typeof byObject) => configs.flatMap(({ rules }) => Object.keys(rules ?? {}));
    assert.deepEqual(rulesOf(byObject), rulesOf(byName));
  });
});

function metaOf(rule: unknown): Rule.RuleMetaData {
  const { meta } = rule as Rule.RuleModule;
  assert.ok(meta);
  return meta;
}
