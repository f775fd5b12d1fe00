/** After every edit, what is kept of an analysis says what a fresh one says; and little is asked again. */
import assert from "node:assert/strict";
import { analyse, type Analysis, LiveAnalysis, type ProjectHost } from "@loopguard/engine";
import { LiveProject, openProject } from "@loopguard/engine/typescript";
import { LIBRARY } from "./check-fixtures.js";
import { liveMemoryHost } from "./memory-host.js";
import { generator, LINE_EDITORS, pick } from "./random-edits.js";

const FILES = {
  "tsconfig.json": JSON.stringify({ compilerOptions: { module: "esnext", moduleResolution: "bundler", strict: true } }),
  "server.ts": `import { createServer } from "node:http";
import { stores } from "./stores.js";
import { label } from "./label.js";

createServer((request, response) => {
  const name = label(request.url ?? "");
  response.end(stores.files.read(name));
}).listen(80);
`,
  "stores.ts": `import { type Store } from "./store.js";
import { FileStore } from "./file-store.js";
export { FileStore } from "./file-store.js";

interface Stores {
  files: Store;
}
export const stores: Stores = { files: new FileStore("data") };
`,
  "store.ts": `export interface Store {
  read(name: string): string;
}
`,
  "file-store.ts": `import { readFileSync } from "node:fs";
import { type Store } from "./store.js";

export class FileStore implements Store {
  constructor(private readonly folder: string) {}

  read(name: string): string {
    const path = this.pathOf(name);
    return readFileSync(path, "utf8");
  }

  private pathOf(name: string): string {
    const clean = name.trim();
    return this.folder + "/" + clean;
  }
}
`,
  "label.ts": `export function label(url: string) {
  const parts = url.split("/");
  return parts.join(" ");
}

export function unused(value: number): number {
  const doubled = value * 2;
  return doubled;
}
`,
};

const NAMES = ["server.ts", "stores.ts", "store.ts", "file-store.ts", "label.ts"] as const;

describe("edits of a live project", function () {
  this.timeout(180_000);

  it("that nothing notices ask nothing, read no other file's facts, and move what was found", () => {
    const session = new Session(FILES);
    session.edit("label.ts", (text) => text.replace("value * 2", "value * 20"));
    session.edit("label.ts", (text) => text.replace("  const doubled", "  // twice\n  const doubled"));
    session.edit("server.ts", (text) =>
      text.replace("\n\ncreate", "\nfunction typedHere(a: number) { return a; }\n\ncreate"),
    );
    session.edit("server.ts", (text) => `${text}\nfunction typed(here: string) {\n  return here.le`);
    session.edit("server.ts", (text) => `${text}ngth;\n}\n`);
    session.edit("file-store.ts", (text) => text.replace("trim()", "trim().normalize()"));
    assert.deepEqual(session.questions, [0, 0, 0, 0, 0, 0]);
    assert.deepEqual(session.factsRead, [1, 1, 1, 1, 1, 1]);
    assert.deepEqual(session.found(), ["file-store.ts:9 fs.readFileSync"]);
  });

  it("of tests that nothing imports are none of the server's", () => {
    const test = 'import { label } from "./label.js";\nlabel("a");\n';
    const session = new Session({ ...FILES, "label.test.ts": test });
    session.edit("label.test.ts", (text) => `${text}export const more = label("b");\n`);
    session.edit("label.ts", (text) => text.replace("value * 2", "value * 20"));
    assert.deepEqual(session.questions, [0, 0]);
  });

  it("that bring a blocking call ask about little else", () => {
    const session = new Session(FILES);
    session.edit("file-store.ts", (text) => text.replace("const clean", 'readFileSync("x");\n    const clean'));
    assert.deepEqual(session.found(), ["file-store.ts:9 fs.readFileSync", "file-store.ts:13 fs.readFileSync"]);
    assert.ok((session.questions[0] ?? 0) > 0);
    assert.deepEqual(session.factsRead, [1]);
  });

  it("of what is exported are noticed where it is used", () => {
    const session = new Session(FILES);
    session.edit("stores.ts", (text) => text.replace("files: Store;", "files: { read(name: string): string };"));
    session.edit("stores.ts", (text) => text.replace('new FileStore("data")', "{ read: (name) => name }"));
    assert.deepEqual(session.found(), []);
    session.edit("stores.ts", () => FILES["stores.ts"]);
    session.edit(
      "label.ts",
      (text) => `import { readFileSync } from "node:fs";\n${text.replace('parts.join(" ")', "readFileSync(url)")}`,
    );
    assert.equal(session.found().length, 2);
  });

  it("of types, re-exports and interfaces are noticed where they are used", () => {
    const session = new Session(FILES);
    session.edit("stores.ts", (text) => text.replace("files: Store;", "files: { read(name: string): string };"));
    session.edit("stores.ts", (text) => text.replace("files: {", "files: any; others: {"));
    session.edit("store.ts", (text) => text.replace("read(", "readAll("));
    session.edit("stores.ts", (text) => text.replace('./file-store.js";\n\n', './store.js";\n\n'));
    session.edit("stores.ts", () => FILES["stores.ts"]);
    session.edit("store.ts", () => FILES["store.ts"]);
    assert.deepEqual(session.found(), ["file-store.ts:9 fs.readFileSync"]);
  });

  it("of globals are noticed everywhere", () => {
    const session = new Session({
      ...FILES,
      "globals.ts": "export {};\ndeclare global {\n  var stores: { files: { read(name: string): string } };\n}\n",
      "listener.ts":
        'import { createServer } from "node:http";\ncreateServer((_, response) => response.end(stores.files.read("a")));\n',
    });
    session.edit("globals.ts", (text) =>
      text.replace("{ files: { read(name: string): string } }", 'typeof import("./stores.js").stores'),
    );
    session.edit("globals.ts", (text) => text.replace("var stores", "var shops"));
    session.edit("globals.ts", (text) => text.replace("var shops", "var stores"));
    assert.equal(session.found().length, 1);
  });

  it("of what a function gives back are noticed where nobody declared it", () => {
    const session = new Session({
      ...FILES,
      "make.ts": `import { FileStore } from "./file-store.js";
export function make() {
  const made = new FileStore("data");
  return made;
}
`,
      "server.ts": FILES["server.ts"]
        .replace("stores.files", "make()")
        .replace('{ stores } from "./stores', '{ make } from "./make'),
    });
    assert.equal(session.found().length, 1);
    session.edit("make.ts", (text) => text.replace('new FileStore("data")', "{ read: (name: string) => name }"));
    assert.deepEqual(session.found(), []);
    session.edit("make.ts", (text) => text.replace("{ read: (name: string) => name }", 'new FileStore("data")'));
    session.edit("make.ts", (text) => text.replace("  return made", "  throw new Error();\n  return made"));
    session.edit("make.ts", (text) => text.replace("throw new Error();", "process.exit();"));
    session.edit("make.ts", (text) => text.replace("process.exit();", "if (made) return undefined;"));
  });

  it("at random places, of random kinds", () => {
    const session = new Session(FILES);
    const random = generator(20_260_101);
    for (let edit = 0; edit < 60; edit++) {
      const name = pick(NAMES, random);
      // What is broken is mended at times: nothing would be found any more.
      const original = random() < 0.3 ? FILES[name] : undefined;
      session.edit(name, (text) => original ?? pick(LINE_EDITORS, random)(text, random));
    }
    const silent = session.questions.filter((questions) => questions === 0).length;
    assert.ok(silent > 10, `${silent} edits asked nothing`);
    assert.ok(new Set(session.history).size > 2, "the edits change what is found");
  });
});

/** A project that is edited, and whose kept analysis is compared with a fresh one after every edit. */
class Session {
  readonly #texts: Map<string, string>;
  readonly #host: ProjectHost;
  readonly #live: LiveProject;
  readonly #analysis = new LiveAnalysis();
  #latest: Analysis;
  /** By edit: how many questions were asked of the kept project's oracle. */
  readonly questions: number[] = [];
  /** By edit: of how many files the facts are others than before. */
  readonly factsRead: number[] = [];
  readonly history: string[] = [];

  constructor(files: Readonly<Record<string, string>>) {
    this.#texts = new Map(Object.entries(files).map(([name, text]) => [`/project/${name}`, text]));
    this.#host = liveMemoryHost(this.#texts, [LIBRARY]);
    this.#live = new LiveProject(this.#host, ["/project"]);
    this.#latest = this.run().analysis;
  }

  edit(name: string, change: (text: string) => string): void {
    const path = `/project/${name}`;
    this.#texts.set(path, change(this.#texts.get(path) ?? ""));
    const before = this.#live.project.files;
    const { files } = this.#live.update([path]);
    this.factsRead.push([...files].filter(([key, { facts }]) => before.get(key)?.facts !== facts).length);
    const { analysis, questions } = this.run();
    this.#latest = analysis;
    this.questions.push(questions);
    this.history.push(this.found().join());
    const fresh = analyse(openProject(this.#host, ["/project"]));
    assert.deepEqual(withoutCounts(analysis), withoutCounts(fresh), `after ${this.questions.length} edits`);
  }

  /** What blocks the loop. */
  found(): string[] {
    return this.#latest.findings
      .filter(({ context }) => context === "loop")
      .map(({ callee, location }) => `${location.file.replace("/project/", "")}:${location.line} ${callee}`);
  }

  private run(): { analysis: Analysis; questions: number } {
    let questions = 0;
    const { project, difference } = this.#live;
    const process = this.#analysis.of(project, difference);
    let step = process.next();
    while (step.done !== true) {
      questions += step.value.length;
      step = process.next(project.oracle.ask(step.value));
    }
    return { analysis: step.value, questions };
  }
}

/** How much was asked, and in which order problems are told, depends on the way there. */
function withoutCounts({ stats, problems, ...analysis }: Analysis): object {
  const { files, functions, calls, blockingCallsByContext } = stats;
  return {
    ...analysis,
    counts: { files, functions, calls, blockingCallsByContext },
    problems: problems.map((problem) => JSON.stringify(problem)).sort(),
  };
}
