/** The manifest by itself: its texts are there, and its problem matcher reads what the command line prints. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../packaging/root.js";

interface Pattern {
  readonly regexp: string;
  readonly file?: number;
  readonly line?: number;
  readonly column?: number;
  readonly code?: number;
  readonly message?: number;
}

interface Manifest {
  readonly icon: string;
  readonly contributes: {
    readonly problemMatchers: readonly { readonly pattern: readonly Pattern[] }[];
    readonly walkthroughs: readonly { readonly steps: readonly { readonly media: { readonly svg: string } }[] }[];
  };
}

const text = readFileSync(path.join(root, "package.json"), "utf8");
const manifest = JSON.parse(text) as Manifest;

describe("the extension's manifest", () => {
  it("has a text for every placeholder, and no other", () => {
    const texts = JSON.parse(readFileSync(path.join(root, "package.nls.json"), "utf8")) as Record<string, string>;
    const placeholders = [...text.matchAll(/"%([\w.-]+)%"/g)].map(([, name]) => name);
    assert.deepEqual([...new Set(placeholders)].sort(), Object.keys(texts).sort());
  });

  it("names pictures that are there", () => {
    const steps = manifest.contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    const pictures = [manifest.icon, ...steps.map(({ media }) => media.svg)];
    assert.deepEqual(
      pictures.filter((file) => !existsSync(path.join(root, file))),
      [],
    );
  });

  it("reads every finding that the command line prints, and nothing else", () => {
    const cli = path.join(root, "cli", "bundle", "main.js");
    const args = [cli, "check", path.join(root, "rules-fixtures", "sample")];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
    const [matcher] = manifest.contributes.problemMatchers;
    assert.ok(matcher);
    const found = problems(stdout, matcher.pattern);
    assert.deepEqual(
      found.map(({ file, line, code }) => `${String(file)}:${String(line)} ${String(code)}`),
      [
        "rules-fixtures/sample/src/jobs/disk-usage.ts:18 no-sync-io",
        "rules-fixtures/sample/src/middleware/block-list.ts:7 no-sync-io",
        "rules-fixtures/sample/src/services/passwords.ts:4 no-sync-cpu",
      ],
      stderr,
    );
    for (const { message } of found) assert.match(message ?? "", /blocks the event loop for .+ waits on it/);
  });
});

type Problem = Partial<Record<"file" | "line" | "column" | "code" | "message", string>>;

/** As VS Code does it: the patterns match lines that follow each other. */
function problems(output: string, patterns: readonly Pattern[]): readonly Problem[] {
  const lines = output.split("\n");
  return lines.flatMap((_, start) => {
    const problem: Problem = {};
    for (const [index, { regexp, ...groups }] of patterns.entries()) {
      const match = new RegExp(regexp).exec(lines[start + index] ?? "");
      if (!match) return [];
      for (const [name, group] of Object.entries(groups)) {
        const value = match[group];
        if (value !== undefined) problem[name as keyof Problem] = value;
      }
    }
    return [problem];
  });
}
