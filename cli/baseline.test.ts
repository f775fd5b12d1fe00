/** Accepted findings: what is recognised again after edits, what is new, and what has gone. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import type { Finding } from "@loopguard/engine";
import { anchorsOf, fingerprintOf } from "./anchor.js";
import { baselineOf, baselineText, compareWithBaseline, parseBaseline } from "./baseline.js";
import { CWD, diskOf, finding, startupFinding } from "./test/samples.js";

const schema = JSON.parse(readFileSync(new URL("../schema/baseline-v1.json", import.meta.url), "utf8")) as object;

const everywhere = () => true;

/** Findings for calls of bcrypt in one file: each occurrence of `⟦…⟧` is one, in the function that `within` names. */
function found(marked: string, changes: Partial<Finding> = {}) {
  const file = `${CWD}/src/passwords.ts`;
  const findings: Finding[] = [];
  let text = "";
  for (const part of marked.split("⟧")) {
    const [before = "", call] = part.split("⟦");
    text += before;
    if (call === undefined) continue;
    const place = { start: text.length, end: text.length + call.length, line: text.split("\n").length };
    findings.push({ ...finding, ...changes, location: { ...finding.location, ...place } });
    text += call;
  }
  return anchorsOf({ findings }, diskOf({ [file]: text }), CWD);
}

const CALL = "⟦bcrypt.compareSync(password, hash)⟧";

describe("a baseline", () => {
  it("knows a call again when lines move and a formatter has been at work", () => {
    const entries = baselineOf(found(`return ${CALL};`), []);
    const edited = found(`// A comment.\n\n  return ⟦bcrypt.compareSync(\n    password,\n    hash,\n  )⟧;`);
    const { fresh, known, stale } = compareWithBaseline(entries, edited, edited, everywhere);
    assert.deepEqual([fresh.length, known.length, stale.length], [0, 1, 0]);
  });

  it("takes another argument, another function, and another cause for new", () => {
    const entries = baselineOf(found(CALL), []);
    for (const changed of [
      found("⟦bcrypt.compareSync(password, other)⟧"),
      found(CALL, { within: "isAdmin" }),
      found(CALL, { identity: "bcryptjs#compareSync" }),
      found(CALL, { context: "startup" }),
    ]) {
      const { fresh, stale } = compareWithBaseline(entries, changed, changed, everywhere);
      assert.deepEqual([fresh.length, stale.length], [1, 1]);
    }
  });

  it("counts equal calls: one more is new, and it is the last", () => {
    const entries = baselineOf(found(`${CALL};${CALL};`), []);
    assert.equal(entries[0]?.count, 2);
    const three = found(`${CALL};${CALL};\n${CALL};`);
    const { fresh, known } = compareWithBaseline(entries, three, three, everywhere);
    assert.deepEqual([known.length, fresh.map(({ finding: { location } }) => location.line)], [2, [2]]);
  });

  it("says how many of equal calls have gone, and keeps the others when pruned", () => {
    const entries = baselineOf(found(`${CALL};${CALL};${CALL};`), []);
    const one = found(CALL);
    const { stale, pruned } = compareWithBaseline(entries, one, one, everywhere);
    assert.deepEqual([stale.map(({ count }) => count), pruned.map(({ count }) => count)], [[2], [undefined]]);
  });

  it("takes no entry for stale because its finding is not shown, or its file was not looked at", () => {
    const here = found(CALL);
    const entries = baselineOf(here, []);
    assert.deepEqual(compareWithBaseline(entries, [], here, everywhere).stale, []);
    assert.deepEqual(compareWithBaseline(entries, [], [], () => false).stale, []);
    assert.equal(compareWithBaseline(entries, [], [], everywhere).stale.length, 1);
  });

  it("is written in one order, whatever the order it was found in, an entry per line, and matches its schema", () => {
    const findings = [...found(CALL), ...found("⟦bcrypt.hashSync(password, 10)⟧", { within: "register" })];
    const startup = found("⟦f()⟧", { ...startupFinding, location: finding.location });
    const entries = baselineOf([...findings, ...startup], []);
    const text = baselineText(entries);
    assert.equal(baselineText([...entries].reverse()), text);
    assert.equal(text.split("\n").filter((line) => line.includes('"text"')).length, 3);
    assert.equal(baselineText(parseBaseline(text, "b.json")), text);
    const matches = new Ajv({ allErrors: true }).compile(schema);
    assert.ok(matches(JSON.parse(text)), JSON.stringify(matches.errors));
    assert.ok(matches(JSON.parse(baselineText([]))));
  });

  for (const [text, message] of [
    ["{", /^The baseline b\.json is not valid JSON/u],
    ["[]", /^b\.json is no baseline/u],
    ['{"version":2,"findings":[]}', /has version 2; this program reads version 1/u],
    ['{"version":1,"findings":[{"file":"a.ts"}]}', /^Entry 1 of the baseline b\.json is incomplete/u],
  ] as const) {
    it(`is refused with a sentence: ${text}`, () => {
      assert.throws(() => parseBaseline(text, "b.json"), { name: "UsageError", message });
    });
  }
});

describe("a fingerprint", () => {
  it("is one per call, and the same wherever the line is", () => {
    const [first, second] = found(`${CALL};${CALL}`).map((each) => fingerprintOf(each, CWD));
    const [moved] = found(`\n\n${CALL}`).map((each) => fingerprintOf(each, CWD));
    assert.notEqual(first, second);
    assert.equal(first, moved);
  });
});
