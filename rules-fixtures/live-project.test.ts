/** A project that is kept open says after every change what one opened anew would say. */
import assert from "node:assert/strict";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { analyse, type Analysis } from "@loopguard/engine";
import { LiveProject, openProject } from "@loopguard/engine/typescript";
import { LIBRARY } from "./check-fixtures.js";
import { liveMemoryHost } from "./memory-host.js";

const SERVER = `import { createServer } from "node:http";
import { read } from "./store.js";
createServer((request, response) => response.end(read(request.url))).listen(80);
`;
const READS_AT_ONCE = `import { readFileSync } from "node:fs";
export const read = (name) => readFileSync(name);
`;
const READS_LATER = `import { readFile } from "node:fs/promises";
export const read = (name) => readFile(name);
`;

describe("a live project", function () {
  this.timeout(60_000);

  it("follows an edit in another file than the handler's", () => {
    const { files, live } = project({ "server.js": SERVER, "store.js": READS_AT_ONCE });
    assert.deepEqual(calls(live), ["store.js:2 fs.readFileSync"]);

    change(files, live, { "store.js": READS_LATER });
    assert.deepEqual(calls(live), []);

    change(files, live, { "store.js": `// moved down\n${READS_AT_ONCE}` });
    assert.deepEqual(calls(live), ["store.js:3 fs.readFileSync"]);
  });

  it("is the same object as long as nothing it is made of has changed", () => {
    const { files, live } = project({ "server.js": SERVER, "store.js": READS_AT_ONCE });
    const { project: before } = live;
    change(files, live, { "store.js": READS_AT_ONCE, "notes.txt": "anything" });
    assert.equal(live.project, before);
  });

  it("finds files that are created, and forgets those that are deleted", () => {
    const { files, live } = project({ "server.js": SERVER });
    assert.deepEqual(calls(live), []);

    change(files, live, { "store.js": READS_AT_ONCE });
    assert.deepEqual(calls(live), ["store.js:2 fs.readFileSync"]);

    change(files, live, { "store.js": undefined });
    assert.deepEqual(calls(live), []);
  });

  it("follows a file and a directory that are renamed", () => {
    const { files, live } = project({ "server.js": SERVER, "store.js": READS_AT_ONCE });
    change(files, live, { "store.js": undefined, "files/store.js": READS_AT_ONCE });
    change(files, live, { "server.js": SERVER.replace("./store.js", "./files/store.js") });
    assert.deepEqual(calls(live), ["files/store.js:2 fs.readFileSync"]);

    files.delete("/project/files/store.js");
    files.set("/project/data/store.js", READS_AT_ONCE);
    files.set("/project/server.js", SERVER.replace("./store.js", "./data/store.js"));
    live.update(["/project/files", "/project/data", "/project/server.js"]);
    assertAsOpenedAnew(files, live);
    assert.deepEqual(calls(live), ["data/store.js:2 fs.readFileSync"]);
  });

  it("follows an import that is written to a file no program had read", () => {
    const { files, live } = project({
      "tsconfig.json": JSON.stringify({ files: ["server.js"], compilerOptions: { allowJs: true } }),
      "server.js": SERVER.replace("./store.js", "./missing.js"),
      "dist/store.js": READS_AT_ONCE,
    });
    assert.deepEqual(calls(live), []);
    change(files, live, { "server.js": SERVER.replace("./store.js", "./dist/store.js") });
    assert.deepEqual(calls(live), ["dist/store.js:2 fs.readFileSync"]);
  });

  it("reads no more than it must when a build writes beside the sources", () => {
    const { files, live } = project({ "server.js": SERVER, "store.js": READS_AT_ONCE, ".gitignore": "written/" });
    change(files, live, { "written/server.js": SERVER });
    const { project: before } = live;
    change(files, live, { "written/server.js": `${SERVER}\n` });
    assert.equal(live.project, before);
  });

  it("reads a changed tsconfig", () => {
    const files = {
      "tsconfig.json": JSON.stringify({ compilerOptions: { module: "esnext", moduleResolution: "bundler" } }),
      "server.ts": SERVER.replace("./store.js", "#store").replace("url", "url!"),
      "source/store.ts": READS_AT_ONCE.replace("(name)", "(name: string)"),
    };
    const { files: texts, live } = project(files);
    assert.deepEqual(calls(live), []);

    const paths = { "#store": ["./source/store.ts"] };
    change(texts, live, {
      "tsconfig.json": JSON.stringify({ compilerOptions: { module: "esnext", moduleResolution: "bundler", paths } }),
    });
    assert.deepEqual(calls(live), ["source/store.ts:2 fs.readFileSync"]);
  });

  it("reads a configuration that is created, edited, broken and deleted", () => {
    const { files, live } = project({ "server.js": SERVER, "store.js": READS_AT_ONCE });
    change(files, live, { "loopguard.config.json": JSON.stringify({ ignore: ["store.js"] }) });
    assert.deepEqual(calls(live), []);
    change(files, live, { "loopguard.config.json": JSON.stringify({ ignore: ["other.js"] }) });
    assert.deepEqual(calls(live), ["store.js:2 fs.readFileSync"]);
    change(files, live, { "loopguard.config.json": '{ "ignore": "store.js" }' });
    assert.equal(live.project.problems[0]?.file, "/project/loopguard.config.json");
    change(files, live, { "loopguard.config.json": undefined });
    assert.deepEqual(live.project.problems, []);
  });

  it("keeps the problems true while a file is broken and mended", () => {
    const { files, live } = project({ "server.js": SERVER, "store.js": READS_AT_ONCE });
    change(files, live, { "store.js": `${READS_AT_ONCE}\nconst = 1;\n` });
    assert.deepEqual(
      live.project.problems.map(({ file, line }) => [file, line]),
      [["/project/store.js", 4]],
    );
    change(files, live, { "store.js": "x".repeat(1_000_001) });
    assert.match(live.project.problems[0]?.message ?? "", /was not analysed/u);
    change(files, live, { "store.js": READS_AT_ONCE });
    assert.deepEqual(live.project.problems, []);
  });

  it("takes in another branch: many files at once", () => {
    const texts = Object.fromEntries(
      Array.from({ length: 250 }, (_, n) => [`handlers/${n}.js`, `export const handler${n} = () => ${n};\n`]),
    );
    const { files, live } = project({ ...texts, "server.js": SERVER, "store.js": READS_LATER });
    const edited = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, `\n${text}`]));
    change(files, live, { ...edited, "store.js": READS_AT_ONCE });
    assert.deepEqual(calls(live), ["store.js:2 fs.readFileSync"]);
  });

  it("lets go of what it read before, edit after edit", () => {
    const { files, live } = project({ "server.js": SERVER, "store.js": READS_AT_ONCE });
    const edit = (n: number): void => {
      files.set("/project/store.js", `${READS_AT_ONCE}export const number${n} = ${n};\n`);
      live.update(["/project/store.js"]);
      analyse(live.project);
    };
    for (let n = 0; n < 10; n++) edit(n);
    const before = heapInMegabytes();
    for (let n = 10; n < 70; n++) edit(n);
    // A program and its checker take half a megabyte of so small a project.
    assert.ok(heapInMegabytes() - before < 10);
  });
});

function project(texts: Readonly<Record<string, string>>): { files: Map<string, string>; live: LiveProject } {
  const files = new Map(Object.entries(texts).map(([name, text]) => [`/project/${name}`, text]));
  return { files, live: new LiveProject(liveMemoryHost(files, [LIBRARY]), ["/project"]) };
}

/** Changes (without a text: deletes) files, tells the project, and compares it with one that is opened anew. */
function change(
  files: Map<string, string>,
  live: LiveProject,
  texts: Readonly<Record<string, string | undefined>>,
): void {
  for (const [name, text] of Object.entries(texts)) {
    if (text === undefined) files.delete(`/project/${name}`);
    else files.set(`/project/${name}`, text);
  }
  live.update(Object.keys(texts).map((name) => `/project/${name}`));
  assertAsOpenedAnew(files, live);
}

function assertAsOpenedAnew(files: ReadonlyMap<string, string>, live: LiveProject): void {
  const anew = openProject(liveMemoryHost(files, [LIBRARY]), ["/project"]);
  assert.deepEqual([...live.project.files.keys()].sort(), [...anew.files.keys()].sort());
  const [kept, opened] = [analyse(live.project), analyse(anew)];
  assert.deepEqual(kept.findings, opened.findings);
  assert.deepEqual(byMessage(kept), byMessage(opened));
}

function byMessage({ problems }: Analysis): string[] {
  return problems.map((problem) => JSON.stringify(problem)).sort();
}

function calls({ project: open }: LiveProject): string[] {
  return analyse(open)
    .findings.filter(({ context }) => context === "loop")
    .map(({ callee, location }) => `${location.file.replace("/project/", "")}:${location.line} ${callee}`);
}

/** Of what is in use. */
function heapInMegabytes(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  return process.memoryUsage().heapUsed / 1e6;
}
