/** `loopguard fix` on projects on the disk, and what it does to a git working tree. */
import assert from "node:assert/strict";
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { placeNamed } from "./links.js";
import { replaceFiles } from "./replace-files.js";

const PROGRAM = fileURLToPath(new URL("../bundle/main.js", import.meta.url));

const SERVER = `import { createServer } from "node:http";
import { readFileSync, statSync } from "node:fs";

createServer(async (request, response) => {
  const { size } = statSync("page.html");
  response.setHeader("Content-Length", size);
  response.end(readFileSync("page.html"));
}).listen(8080);
`;

const FIXED = `import { createServer } from "node:http";
import { stat, readFile } from "node:fs/promises";

createServer(async (request, response) => {
  const { size } = await stat("page.html");
  response.setHeader("Content-Length", size);
  response.end(await readFile("page.html"));
}).listen(8080);
`;

const REFUSED = `import { createServer } from "node:http";
import { readFileSync } from "node:fs";

createServer((request, response) => {
  response.end(readFileSync("page.html"));
}).listen(8080);
`;

const PATCH = `--- a/server.mjs
+++ b/server.mjs
@@ -1,8 +1,8 @@
 import { createServer } from "node:http";
-import { readFileSync, statSync } from "node:fs";
+import { stat, readFile } from "node:fs/promises";
 
 createServer(async (request, response) => {
-  const { size } = statSync("page.html");
+  const { size } = await stat("page.html");
   response.setHeader("Content-Length", size);
-  response.end(readFileSync("page.html"));
+  response.end(await readFile("page.html"));
 }).listen(8080);
`;

describe("loopguard fix", () => {
  let project: string;

  beforeEach(() => {
    project = realpathSync(mkdtempSync(path.join(tmpdir(), "loopguard-fix-")));
  });

  afterEach(() => {
    rmSync(project, { recursive: true });
  });

  it("fixes what can be fixed, and a second time finds nothing", () => {
    write("server.mjs", SERVER);
    const { status, stdout, stderr } = fix();
    assert.deepEqual([status, stderr], [0, ""]);
    assert.equal(read("server.mjs"), FIXED);
    assert.equal(stdout, "server.mjs\n2 of 2 blocking calls fixed, in 1 file.\n");
    assert.deepEqual(outcome(fix()), [0, "There is nothing to fix.\n", ""]);
    assert.equal(read("server.mjs"), FIXED);
  });

  it("says what it leaves alone and why, and exits 1", () => {
    write("server.mjs", SERVER);
    write("other.mjs", REFUSED);
    const { status, stdout } = fix();
    assert.equal(status, 1);
    assert.equal(
      stdout,
      "server.mjs\n" +
        "other.mjs:5:16  fs.readFileSync is left as it is. The function around it is not asynchronous.\n" +
        "2 of 3 blocking calls fixed, in 1 file.\n",
    );
    assert.equal(read("other.mjs"), REFUSED);
  });

  it("prints a patch that git and patch read, and changes nothing, on a dry run", () => {
    write("server.mjs", SERVER);
    const { status, stdout, stderr } = fix("--dry-run");
    assert.deepEqual([status, stdout, stderr], [0, PATCH, "2 of 2 blocking calls would be fixed, in 1 file.\n"]);
    assert.equal(read("server.mjs"), SERVER);
    git("init", "--quiet");
    assert.equal(spawnSync("git", ["apply"], { cwd: project, input: stdout }).status, 0);
    assert.equal(read("server.mjs"), FIXED);
  });

  it("keeps line ends, the byte order mark and the mode of a file", () => {
    const windows = `\uFEFF${SERVER.replaceAll("\n", "\r\n")}`;
    write("server.mjs", windows);
    chmodSync(path.join(project, "server.mjs"), 0o755);
    assert.equal(fix().status, 0);
    assert.equal(read("server.mjs"), `\uFEFF${FIXED.replaceAll("\n", "\r\n")}`);
    if (process.platform !== "win32") assert.equal(statSync(path.join(project, "server.mjs")).mode & 0o777, 0o755);
    assert.deepEqual(readdirSync(project), ["server.mjs"]);
  });

  describe("in a git working tree", () => {
    beforeEach(() => {
      git("init", "--quiet");
      write("server.mjs", SERVER);
      write("notes.txt", "one\n");
      git("add", ".");
      git("-c", "user.name=me", "-c", "user.email=me@example.com", "commit", "--quiet", "--message", "First");
    });

    it("changes a clean tree, whatever lies about beside it", () => {
      write("draft.txt", "two\n");
      assert.equal(fix().status, 0);
      assert.equal(read("server.mjs"), FIXED);
    });

    it("refuses where something is not committed, unless told otherwise", () => {
      write("notes.txt", "two\n");
      assert.deepEqual(outcome(fix()), [
        2,
        "",
        "error: There are changes that are not committed, in notes.txt. Commit them first, or pass --allow-dirty.\n",
      ]);
      assert.equal(read("server.mjs"), SERVER);
      assert.equal(fix("--allow-dirty").status, 0);
      assert.equal(read("server.mjs"), FIXED);
    });

    it("refuses to change a file that git does not know", () => {
      write("new.mjs", SERVER);
      assert.match(fix().stderr, /^error: There are changes that are not committed, in new\.mjs\./u);
      assert.equal(read("server.mjs"), SERVER);
    });

    it("starts nothing that the repository's configuration names", () => {
      const trap = path.join(project, ".git", "trap.sh");
      writeFileSync(trap, `#!/bin/sh\ntouch "${project}/sprung"\n`);
      chmodSync(trap, 0o755);
      writeFileSync(path.join(project, ".git/hooks/post-index-change"), readFileSync(trap), { mode: 0o755 });
      git("config", "core.fsmonitor", trap);
      git("config", "filter.trap.clean", trap);
      writeFileSync(path.join(project, ".git/info/attributes"), "* filter=trap\n");
      // Touched, so that git has to look at the content again.
      write("notes.txt", "one\n");
      fix();
      assert.equal(existsSync(path.join(project, "sprung")), false);
    });
  });

  describe("replacing files", () => {
    it("puts back what was replaced when a later file cannot be", () => {
      write("a.txt", "a");
      write("b.txt", "b");
      const replacements = ["a", "b"].map((name) => {
        return { file: path.join(project, `${name}.txt`), before: name, after: `${name}!` };
      });
      let failed = 0;
      assert.throws(() => {
        replaceFiles(replacements, [project], (from, to) => {
          if (to.endsWith("b.txt") && failed++ === 0) throw new Error("The disk is gone.");
          writeFileSync(to, readFileSync(from));
          rmSync(from);
        });
      }, /The disk is gone/u);
      assert.deepEqual([read("a.txt"), read("b.txt")], ["a", "b"]);
      assert.deepEqual(readdirSync(project), ["a.txt", "b.txt"]);
    });

    it("changes nothing where a link leads out of the project, or a file does not lie in it", () => {
      const outside = realpathSync(mkdtempSync(path.join(tmpdir(), "loopguard-outside-")));
      try {
        writeFileSync(path.join(outside, "b.txt"), "b");
        write("a.txt", "a");
        symlinkSync(outside, path.join(project, "linked"), "junction");
        const replacing = (...places: readonly string[]) =>
          [path.join(project, "a.txt"), ...places].map((file) => {
            return { file, ...(existsSync(file) && { before: readFileSync(file, "utf8") }), after: "!" };
          });
        const linked = path.join(project, "linked", "b.txt");
        for (const [file, said] of [
          [
            linked,
            `${linked} leads through a link to ${path.join(outside, "b.txt")}, which lies outside of ${project},`,
          ],
          [path.join(project, "linked", "new", "c.txt"), " leads through a link to "],
          [path.join(outside, "b.txt"), `${path.join(outside, "b.txt")} lies outside of ${project},`],
        ] as const) {
          assert.throws(
            () => {
              replaceFiles(replacing(file), [project]);
            },
            ({ message }: Error) => message.includes(said) && message.endsWith("and is not written to."),
          );
        }
        assert.throws(() => placeNamed(linked, project), /leads through a link/u);
        assert.equal(placeNamed(path.join(outside, "b.txt"), project), path.join(outside, "b.txt"));
        assert.deepEqual([read("a.txt"), read("linked/b.txt")], ["a", "b"]);
        assert.deepEqual(readdirSync(outside), ["b.txt"]);
      } finally {
        rmSync(outside, { recursive: true });
      }
    });

    it("follows links to what is not there, and within the project", function () {
      // Only directories can be linked by everybody there.
      if (process.platform === "win32") this.skip();
      write("a.txt", "a");
      symlinkSync("a.txt", path.join(project, "linked.txt"));
      replaceFiles([{ file: path.join(project, "linked.txt"), before: "a", after: "b" }], [project]);
      assert.equal(read("a.txt"), "b");
      symlinkSync("../nowhere.txt", path.join(project, "gone.txt"));
      assert.throws(() => placeNamed(path.join(project, "gone.txt"), project), /nowhere\.txt, which lies outside/u);
      symlinkSync("loop.txt", path.join(project, "loop.txt"));
      assert.throws(() => placeNamed(path.join(project, "loop.txt"), project), { code: "ELOOP" });
    });

    it("changes nothing when a file has changed since it was read", () => {
      write("a.txt", "a");
      write("b.txt", "changed");
      const replacements = ["a", "b"].map((name) => {
        return { file: path.join(project, `${name}.txt`), before: name, after: `${name}!` };
      });
      assert.throws(() => {
        replaceFiles(replacements, [project]);
      }, /b\.txt was changed meanwhile/u);
      assert.equal(read("a.txt"), "a");
      assert.deepEqual(readdirSync(project), ["a.txt", "b.txt"]);
    });
  });

  function fix(...args: readonly string[]): SpawnSyncReturns<string> {
    return spawnSync(process.execPath, [PROGRAM, "fix", ...args, "--min-cost", "0"], {
      cwd: project,
      env: { ...process.env, NO_COLOR: "", FORCE_COLOR: "0" },
      encoding: "utf8",
    });
  }

  function git(...args: readonly string[]): void {
    const { status, stderr } = spawnSync("git", args, { cwd: project, encoding: "utf8" });
    assert.equal(status, 0, stderr);
  }

  function write(name: string, text: string): void {
    writeFileSync(path.join(project, name), text);
  }

  function read(name: string): string {
    return readFileSync(path.join(project, name), "utf8");
  }
});

function outcome({ status, stdout, stderr }: SpawnSyncReturns<string>): unknown {
  return [status, stdout, stderr];
}
