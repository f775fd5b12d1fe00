import assert from "node:assert/strict";
import {
  type Analysis,
  type Project,
  type RuleDeclaration,
  applyEdits,
  fixAll,
  compareDocuments,
  inVersion,
  packageInfo,
  isSelected,
  dispatchedRoutes,
  findRoutes,
  openApiDocument,
  presets,
  selectFindings,
} from "@loopguard/engine";
import type { Engine } from "./engine.js";
import type { Environment } from "./environment.js";
import { run } from "./run.js";
import { assertMatchesSchema } from "./test/schema.js";
import { CWD, analysisOf, environmentWith, finding, recording, startupFinding } from "./test/samples.js";
import { assertSnapshot } from "./test/snapshot.js";

const rule: RuleDeclaration = {
  name: "no-sync-cpu",
  description: "Disallow CPU-heavy calls on the event loop",
  kinds: ["cpu"],
  preset: "recommended",
  details: "## Why\n\nEvery client waits for `hashSync`.",
  invalid: [{ title: "in a handler", code: "app.get('/', () => hashSync(x, 10));\n" }],
  valid: [{ title: "on another thread", code: "app.get('/', async () => hash(x, 10));\n" }],
};

/** The engine, except that it finds what it is told to. */
function engineFinding(analysis: Analysis, seen: { paths?: readonly string[] } = {}): Engine {
  return {
    openProject(_host, paths, options) {
      seen.paths = paths;
      options?.onProgress?.({ phase: "reading", done: 1, total: 2 });
      const files: Project["files"] = new Map(
        analysis.stats.files === 0 ? [] : [[`${CWD}/src/server.ts`, {} as never]],
      );
      return Promise.resolve({ files, tests: [], oracle: { ask: () => [] }, problems: analysis.problems });
    },
    analyse: () => analysis,
    applyEdits,
    fixAll,
    dispatchedRoutes,
    findRoutes,
    openApiDocument,
    inVersion,
    packageInfo,
    compareDocuments,
    openDocumentValidator: () => ({ validate: () => Promise.resolve([]), close: () => Promise.resolve() }),
    selectFindings,
    isSelected,
    presets,
    rules: [rule],
  };
}

async function loopguard(
  args: string,
  engine: Engine,
  changes: Partial<Environment> = {},
): Promise<{ code: number; out: string; error: string }> {
  const environment = environmentWith(changes);
  const code = await run(args.split(" ").filter(Boolean), "1.2.3", engine, environment);
  return { code, out: environment.stdout.text, error: environment.stderr.text };
}

const cheap = { ...finding, cost: { tier: 0, source: "estimated" } } as const;
const likely = { ...finding, confidence: "probable" } as const;
const guessed = { ...finding, confidence: "possible" } as const;
const accepted = { ...finding, suppressed: { reason: "admin only" } };

describe("loopguard check", () => {
  it("exits 1 with findings, and prints them with a summary", async () => {
    const { code, out, error } = await loopguard("check", engineFinding(analysisOf(finding)));
    assert.deepEqual([code, error], [1, ""]);
    assertSnapshot("check.txt", out);
  });

  it("exits 0 without", async () => {
    assert.deepEqual(await loopguard("check", engineFinding(analysisOf())), {
      code: 0,
      out: "No blocking calls on the event loop. 214 files in 2 s.\n",
      error: "",
    });
  });

  it("analyses the working directory, or each path once as an absolute one", async () => {
    const seen: { paths?: readonly string[] } = {};
    await loopguard("check", engineFinding(analysisOf(), seen));
    assert.deepEqual(seen.paths, [CWD]);
    await loopguard("check src ./src src/server.ts", engineFinding(analysisOf(), seen));
    assert.deepEqual(seen.paths, [`${CWD}/src`, `${CWD}/src/server.ts`]);
  });

  it("says what the threshold, the confidence and comments leave out", async () => {
    const { code, out } = await loopguard(
      "check",
      engineFinding(analysisOf(cheap, cheap, likely, guessed, accepted, { ...cheap, confidence: "possible" })),
    );
    assert.equal(code, 0);
    assert.equal(
      out,
      "No blocking calls on the event loop (2 more below the threshold: --min-cost 0; 1 less certain: --confidence probable; 2 less certain: --confidence possible; 1 both: --min-cost 0 --confidence possible; 1 disabled by comments). 214 files in 2 s.\n",
    );
  });

  it("shows them with the options it names", async () => {
    const all = engineFinding(analysisOf(cheap, likely, guessed, startupFinding));
    for (const [options, expected] of [
      ["--min-cost 0", 1],
      ["--confidence probable", 1],
      ["--confidence possible --min-cost 0", 3],
      ["--preset strict", 2],
      ["--preset strict --min-cost 3", 1],
      ["--context startup --min-cost 0", 1],
      ["--context loop,startup --preset strict", 3],
      ["--context all --preset strict", 3],
    ] as const) {
      const { out } = await loopguard(`check --format json ${options}`, all);
      assert.equal((JSON.parse(out) as { findings: unknown[] }).findings.length, expected, options);
    }
  });

  it("takes the configuration's threshold and confidence where no preset is asked for", async () => {
    const all = engineFinding({
      ...analysisOf(cheap, likely, guessed),
      configured: { confidence: "possible", minCost: 2 },
    });
    for (const [options, expected] of [
      ["", 2],
      ["--min-cost 0", 3],
      ["--confidence definite", 0],
      ["--preset recommended", 0],
      ["--preset strict", 2],
    ] as const) {
      const { out } = await loopguard(`check --format json ${options}`, all);
      assert.equal((JSON.parse(out) as { findings: unknown[] }).findings.length, expected, options);
    }
  });

  it("prints JSON that matches its schema and nothing else, problems included", async () => {
    const analysis = {
      ...analysisOf(finding),
      problems: [{ message: "It ends inside a string.", file: `${CWD}/src/broken.ts`, line: 3 }],
    };
    const { code, out, error } = await loopguard("check --format json", engineFinding(analysis));
    assert.deepEqual([code, error], [1, ""]);
    assertMatchesSchema(out);
    assert.match(out, /"file": "src\/broken\.ts",\n {6}"line": 3/u);
  });

  it("says in a sentence each what could not be read, and reports the rest", async () => {
    const problems = [
      { message: "A string is not closed.", file: `${CWD}/src/broken.ts`, line: 3 },
      { message: "It is larger than 4 MB.", file: `${CWD}/src/bundle.js` },
      { message: "src/gone.ts was not found.", file: `${CWD}/src/gone.ts` },
      { message: "There is no tsconfig." },
    ];
    const { code, out, error } = await loopguard("check", engineFinding({ ...analysisOf(finding), problems }));
    assert.equal(
      error,
      "loopguard: src/broken.ts:3: A string is not closed.\nloopguard: src/bundle.js: It is larger than 4 MB.\nloopguard: src/gone.ts was not found.\nloopguard: There is no tsconfig.\n",
    );
    assert.deepEqual([code, out.includes("1 blocking call on the event loop")], [1, true]);
  });

  it("exits 2 when a rule fails, says which and where, and still reports what the others find", async () => {
    const failure = { rule: "no-sync-io", error: "Error: panic\n    at explain (engine.js:1:1)" } as const;
    const message = "Loopguard failed in no-sync-io (Error: panic). What it finds here is not reported.";
    const problems = [{ message, file: `${CWD}/src/server.ts`, line: 3, failure }];
    const engine = engineFinding({ ...analysisOf(finding), problems });
    const said = `loopguard: src/server.ts:3: ${message}\n`;
    const { code, out, error } = await loopguard("check", engine);
    assert.deepEqual([code, error], [2, said]);
    assert.match(out, /bcrypt\.compareSync/u);
    const debugged = await loopguard("check", engine, { variables: { LOOPGUARD_DEBUG: "1" } });
    assert.equal(debugged.error, `${said}${failure.error}\n`);
    assert.match((await loopguard("check --format sarif", engine)).out, /"executionSuccessful": false/u);
    assert.equal((await loopguard("stats", engine)).code, 2);

    const written: string[] = [];
    const accepting = await loopguard("check --baseline accepted.json --update-baseline", engine, {
      writeFile: (file) => written.push(file),
    });
    assert.deepEqual([accepting.code, written], [2, []]);
    assert.equal(accepting.error, `${said}loopguard: accepted.json is left as it is: something may be missing.\n`);
  });

  it("does not bury findings under problems", async () => {
    const problems = Array.from({ length: 300 }, (_, index) => ({ message: `Problem ${String(index)}.` }));
    const { error } = await loopguard("check", engineFinding({ ...analysisOf(), problems }));
    assert.equal(error.split("\n").length - 1, 21);
    assert.match(error, /280 more like these; `check --format json` lists all\.\n$/u);
  });

  it("clears its progress line before the report", async () => {
    const stderr = recording({ isTTY: true, columns: 80 });
    assert.equal(
      (await loopguard("check", engineFinding(analysisOf()), { stderr })).error,
      "\r\u001B[KReading files: 1 of 2\r\u001B[K",
    );
  });
});

describe("loopguard explain", () => {
  it("lists the rules", async () => {
    const { code, out } = await loopguard("explain", engineFinding(analysisOf()));
    assert.equal(code, 0);
    assertSnapshot("explain-list.txt", out);
  });

  it("explains one, also by the name it has in ESLint", async () => {
    const { code, out } = await loopguard("explain no-sync-cpu", engineFinding(analysisOf()));
    assert.equal(code, 0);
    assertSnapshot("explain.txt", out);
    assert.equal((await loopguard("explain loopguard/no-sync-cpu", engineFinding(analysisOf()))).out, out);
  });
});

describe("loopguard stats", () => {
  it("prints counts, the share of unresolved mentions, times and memory, and passes no judgement", async () => {
    const { code, out } = await loopguard("stats", engineFinding(analysisOf(finding, startupFinding)));
    assert.equal(code, 0);
    assertSnapshot("stats.txt", out);
  });
});

describe("loopguard", () => {
  const engine = engineFinding(analysisOf());

  it("prints help and version", async () => {
    assertSnapshot("help.txt", (await loopguard("--help", engine)).out);
    assertSnapshot("help-check.txt", (await loopguard("check --help", engine)).out);
    assert.deepEqual(await loopguard("--version", engine), { code: 0, out: "1.2.3\n", error: "" });
  });

  it("prints its help as an error when no command is given", async () => {
    const { code, out, error } = await loopguard("", engine);
    assert.deepEqual([code, out, error], [2, "", (await loopguard("--help", engine)).out]);
  });

  for (const [args, message] of [
    ["chekc", "error: unknown command 'chekc'\n(Did you mean check?)\n"],
    ["check --fromat json", "error: unknown option '--fromat'\n(Did you mean --format?)\n"],
    [
      "check --format xml",
      "error: option '--format <format>' argument 'xml' is invalid. Allowed choices are pretty, json, sarif, github, gitlab.\n",
    ],
    [
      "check --confidence sure",
      "error: option '--confidence <level>' argument 'sure' is invalid. Allowed choices are definite, probable, possible.\n",
    ],
    [
      "check --min-cost 4",
      "error: option '--min-cost <tier>' argument '4' is invalid. Allowed choices are 0, 1, 2, 3.\n",
    ],
    [
      "check --context lop",
      "error: option '--context <contexts>' argument 'lop' is invalid. Allowed are loop, startup, once, worker, script, unknown and all.\n",
    ],
    [
      "check --preset local",
      "error: option '--preset <preset>' argument 'local' is invalid. Allowed choices are recommended, strict.\n",
    ],
    ["check nowhere", 'error: There is no file or directory "nowhere".\n'],
    ["stats src nowhere.ts", 'error: There is no file or directory "nowhere.ts".\n'],
    ["explain no-such-rule", 'error: There is no rule "no-such-rule". The rules are no-sync-cpu.\n'],
  ] as const) {
    it(`exits 2 and says why: ${args}`, async () => {
      assert.deepEqual(await loopguard(args, engine), { code: 2, out: "", error: message });
    });
  }

  it("exits 2 when a file is no source, or there are none in a directory", async () => {
    const host = { ...environmentWith().host, fileExists: () => true };
    assert.equal(
      (await loopguard("check README.md", engine, { host })).error,
      'error: "README.md" is neither a directory, a tsconfig file nor a JavaScript or TypeScript file.\n',
    );
    const empty = engineFinding({ ...analysisOf(), stats: { ...analysisOf().stats, files: 0 } });
    assert.deepEqual(await loopguard("check src", empty), {
      code: 2,
      out: "",
      error: 'error: There are no JavaScript or TypeScript source files in "src".\n',
    });
    assert.match((await loopguard("check", empty)).error, /source files in the working directory\.\n$/u);
  });

  it("exits 2 on a defect of its own, and shows the stack when asked", async () => {
    const broken: Engine = {
      ...engine,
      analyse() {
        throw new TypeError("paths is not iterable");
      },
    };
    assert.deepEqual(await loopguard("check", broken), {
      code: 2,
      out: "",
      error:
        "loopguard failed: paths is not iterable\nThis is a defect in loopguard. Set LOOPGUARD_DEBUG=1 to see where it happened.\n",
    });
    const { error } = await loopguard("check", broken, { variables: { LOOPGUARD_DEBUG: "1" } });
    assert.match(
      error,
      /^loopguard failed: paths is not iterable\nTypeError: paths is not iterable\n {4}at .*run\.test\./u,
    );
  });
});
