/** Findings, files and streams that the tests are about: one bcrypt check below two routes of a small server. */
import type { Analysis, BlockingPath, Context, Finding, Location, ProjectHost } from "@loopguard/engine";
import { anchorsOf } from "../anchor.js";
import type { Environment, Output } from "../environment.js";
import type { Report } from "../report.js";

export const CWD = "/home/me/shop";

export const FILES: Readonly<Record<string, string>> = {
  [`${CWD}/src/server.ts`]: `import express from "express";
import { login, register } from "./accounts.js";

const app = express();
app.post("/login", login);
app.post("/register", register);
`,
  [`${CWD}/src/passwords.ts`]: `import bcrypt from "bcrypt";

export function verifyPassword(password: string, hash: string): boolean {
  // Constant time.
  return bcrypt.compareSync(password, hash);
}
`,
};

export const finding: Finding = {
  rule: "no-sync-cpu",
  kind: "cpu",
  cost: { tier: 3, ms: 65, of: "cost factor 10", source: "measured" },
  confidence: "definite",
  context: "loop",
  location: at("src/passwords.ts", 5, 10, { width: 34 }),
  callee: "bcrypt.compareSync",
  identity: "bcrypt#compareSync",
  isInLoop: false,
  within: "verifyPassword",
  paths: [
    {
      confidence: "definite",
      entryPoint: { label: "POST /login", kind: "http", location: at("src/accounts.ts", 8, 17) },
      hops: [
        { name: "login", location: at("src/accounts.ts", 8, 17) },
        { name: "verifyPassword", location: at("src/accounts.ts", 12, 7) },
        { name: "bcrypt.compareSync", location: at("src/passwords.ts", 5, 10) },
      ],
    },
  ],
  twin: { module: "bcrypt", member: "compare" },
  message:
    "bcrypt.compareSync blocks the event loop for about 65 ms per call. POST /login waits on it: login → verifyPassword → compareSync. Use bcrypt.compare.",
};

export const startupFinding: Finding = {
  ...finding,
  rule: "no-sync-io",
  kind: "sync-io",
  context: "startup",
  cost: { tier: 0, ms: 0.012, source: "measured" },
  location: at("src/server.ts", 4, 13, { width: 9 }),
  within: "",
  paths: [],
  message: "fs.readFileSync runs while the process starts.",
};

/** A location from 1-based line and column; offsets are not looked at by reports. */
export function at(
  file: string,
  line: number,
  column: number,
  size: { width?: number; lines?: number; endColumn?: number } = {},
): Location {
  const { width = 5, lines = 1, endColumn = column + width } = size;
  return { file: `${CWD}/${file}`, start: 0, end: 0, line, column, endLine: line + lines - 1, endColumn };
}

export function pathFrom(label: string, file: string, line: number): BlockingPath {
  return { confidence: "definite", entryPoint: { label, kind: "http", location: at(file, line, 1) }, hops: [] };
}

export function analysisOf(...findings: readonly Finding[]): Analysis {
  const byContext = (context: Context): number => findings.filter((each) => each.context === context).length;
  return {
    findings,
    unusedSuppressions: [],
    problems: [],
    configured: {},
    routes: [],
    stats: {
      files: 214,
      tests: 0,
      pages: 0,
      functions: 3120,
      calls: 46384,
      entryPoints: 120,
      routes: 96,
      blockingCalls: findings.length,
      blockingCallsByContext: {
        loop: byContext("loop"),
        startup: byContext("startup"),
        once: byContext("once"),
        worker: byContext("worker"),
        script: byContext("script"),
        unknown: byContext("unknown"),
      },
      questions: 3077,
      batches: 14,
      unresolved: { "untyped-receiver": 120, "dynamic-member": 9 },
      searchedMentions: 1875,
    },
  };
}

/** A report of these findings, over {@link FILES}. */
export function reportOf(...findings: readonly Finding[]): Report {
  const { stats, problems } = analysisOf(...findings);
  const anchored = anchorsOf({ findings }, diskOf(FILES), CWD);
  return { findings: anchored, accepted: [], unusedSuppressions: [], stats, problems };
}

/** A disk that holds the given files only. */
export function diskOf(files: Readonly<Record<string, string>>): ProjectHost {
  const directories = new Set(Object.keys(files).flatMap((file) => ancestorsOf(file)));
  return {
    useCaseSensitiveFileNames: true,
    readFile: (file) => files[file],
    fileSize: (file) => files[file]?.length,
    fileExists: (file) => file in files,
    directoryExists: (directory) => directories.has(directory),
    listDirectory: () => ({ files: [], directories: [] }),
    realpath: (file) => file,
  };
}

export interface Recording extends Output {
  text: string;
}

export function recording(terminal: { isTTY?: boolean; columns?: number } = {}): Recording {
  return {
    ...terminal,
    text: "",
    write(text) {
      this.text += text;
    },
  };
}

/** An environment over {@link FILES} whose clock gains a second whenever it is read. */
export function environmentWith(
  changes: Partial<Environment> = {},
): Environment & { stdout: Recording; stderr: Recording } {
  let seconds = 0;
  return {
    cwd: CWD,
    variables: {},
    host: diskOf(FILES),
    writeFile: () => {
      throw new Error("This test writes no files.");
    },
    replaceFiles: () => {
      throw new Error("This test replaces no files.");
    },
    uncommitted: () => {
      throw new Error("This test asks no git.");
    },
    openRegexConfirmer: () => Promise.reject(new Error("This test runs no regular expressions.")),
    now: () => seconds++ * 1000,
    untilInterrupted: () => Promise.resolve(),
    peakMemory: () => 412_300_000,
    ...changes,
    stdout: (changes.stdout as Recording | undefined) ?? recording(),
    stderr: (changes.stderr as Recording | undefined) ?? recording(),
  };
}

function ancestorsOf(file: string): readonly string[] {
  const parts = file.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
