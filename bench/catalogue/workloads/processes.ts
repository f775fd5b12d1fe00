/** Commands, synchronous network calls, sleeps and prompts. */
import { setTimeout } from "node:timers/promises";

import { defaultOf, member } from "../member-call.js";
import { file, text, tree } from "../samples.js";
import { type Loaded, type Unmeasured, unmeasured, type Workload, type Workloads } from "../workload.js";

/** A command that works for 50 ms: any real one takes longer than starting its process. */
const WORK = ["-e", "const end = Date.now() + 50; while (Date.now() < end);"];
const COMMAND = `${process.execPath} -e 1`;
const ofCommand = { of: () => "a command that works for 50 ms", same: "unrelated" } as const;
const oldName = (name: string): Unmeasured => unmeasured(`Another name of ${name}, which is measured.`);
const command = (name: string, twin: string): Workload =>
  member(name, () => [process.execPath, WORK], { ...ofCommand, twin });
const shellLine = (name: string, twin: string): Workload =>
  member(name, () => [COMMAND], { of: () => "a command that does nothing", same: "unrelated", twin });

/** A template's tag runs what is written in it. */
const tag =
  (name: "sync" | undefined): Workload["call"] =>
  (module) => {
    const $: Loaded = name === undefined ? module.$ : module.$[name];
    return () => $`true`;
  };
const tagged: Workload = {
  of: () => "a command that does nothing",
  same: "unrelated",
  call: tag("sync"),
  twin: tag(undefined),
};

const overTheNetwork = unmeasured("It takes as long as the server: there is no figure to keep.");
const untilAPersonAnswers = unmeasured("It takes as long as a person needs to answer.");
const callsOfAnother = unmeasured("It takes as long as the asynchronous function that it waits for.");
const doesNotBuild = unmeasured(
  "It has not been built for a current Node.js since 2020: it sleeps as long as it is told to.",
);
const discontinued = unmeasured("Its package waits for another process, which takes as long as that one works.");

/** shelljs on a small file, or a small tree. */
const onFile = (name: string, ...before: readonly unknown[]): Workload =>
  member(name, (_, { directory }) => [...before, file(directory, "file.txt", text(4096))], {
    of: () => "a file of 4 KB",
  });
const sleeping = (more: Partial<Workload> = {}): Workload => ({
  of: () => "the time that it is told",
  ...more,
  call: (module) => () => defaultOf(module)(20),
  twin: () => () => setTimeout(20),
  same: "unrelated",
});

const readlineMembers = [
  ...["question", "prompt", "keyIn", "keyInYN", "keyInYNStrict", "keyInPause", "keyInSelect", "questionEMail"],
  ...["questionNewPassword", "questionInt", "questionFloat", "questionPath", "promptLoop", "promptCL"],
  ...["promptSimShell", "promptCLLoop"],
];

export const processes: Workloads = {
  execa: {
    rows: {
      execaSync: command("execaSync", "execa"),
      execaCommandSync: shellLine("execaCommandSync", "execaCommand"),
      sync: oldName("execaSync"),
      commandSync: oldName("execaCommandSync"),
      "$.sync": tagged,
      "$.s": oldName("$.sync"),
    },
  },
  "cross-spawn": {
    rows: {
      sync: member("sync", () => [process.execPath, WORK], {
        ...ofCommand,
        twin: (module) => () => new Promise((done) => defaultOf(module)(process.execPath, WORK).on("close", done)),
      }),
    },
  },
  zx: { rows: { "$.sync": tagged } },
  shelljs: {
    rows: {
      exec: member("exec", () => [COMMAND, { silent: true }], {
        of: () => "a command that does nothing",
        same: "unrelated",
        twin: (module) => () => new Promise((done) => module.exec(COMMAND, { silent: true }, done)),
      }),
      cmd: member("cmd", () => [process.execPath, "-e", "1"], { of: () => "a command that does nothing" }),
      cat: onFile("cat"),
      chmod: onFile("chmod", "644"),
      cp: member("cp", (files, { directory }) => ["-r", tree(directory, "tree", files), `${directory}/copy`], {
        sizes: [20, 100],
        typical: 20,
        of: (files) => `a tree of ${String(files)} files`,
      }),
      find: member("find", (files, { directory }) => [tree(directory, "tree", files)], {
        sizes: [20, 100],
        typical: 20,
        of: (files) => `a tree of ${String(files)} files`,
      }),
      grep: onFile("grep", "order"),
      head: onFile("head"),
      ln: member("ln", (_, { directory }) => ["-sf", file(directory, "file.txt", ""), `${directory}/link`]),
      ls: member("ls", (files, { directory }) => [tree(directory, "tree", files)], {
        sizes: [100],
        of: () => "100 entries",
      }),
      mkdir: member("mkdir", (_, { directory }) => ["-p", `${directory}/a`]),
      mv: member("mv", (_, { directory }) => [file(directory, "from.txt", text(100)), `${directory}/to.txt`], {
        isOnce: true,
      }),
      rm: member("rm", (files, { directory }) => ["-rf", tree(directory, "tree", files)], {
        sizes: [20, 100],
        typical: 20,
        of: (files) => `a tree of ${String(files)} files`,
        isOnce: true,
      }),
      sed: onFile("sed", "order", "invoice"),
      sort: onFile("sort"),
      tail: onFile("tail"),
      test: onFile("test", "-f"),
      touch: onFile("touch"),
      uniq: onFile("uniq"),
      which: member("which", () => ["node"]),
    },
  },
  "sync-request": { install: [], rows: { default: overTheNetwork } },
  "sync-fetch": { install: [], rows: { default: overTheNetwork } },
  "urllib-sync": { install: [], rows: { request: overTheNetwork } },
  "sync-rpc": { install: [], rows: { "default()": discontinued } },
  deasync: {
    install: [],
    rows: { "default()": callsOfAnother, loopWhile: callsOfAnother, sleep: oldName("sleep of any other package") },
  },
  synckit: { install: [], rows: { "createSyncFn()": callsOfAnother } },
  "make-synchronized": {
    install: [],
    rows: {
      "default()": callsOfAnother,
      "makeSynchronized()": callsOfAnother,
      "makeDefaultExportSynchronized()": callsOfAnother,
      "makeSynchronizedFunction()": callsOfAnother,
      "makeInlineFunctionSynchronized()": callsOfAnother,
    },
  },
  "make-synchronous": { install: [], rows: { "default()": callsOfAnother } },
  "readline-sync": {
    install: [],
    rows: Object.fromEntries(readlineMembers.map((name) => [name, untilAPersonAnswers])),
  },
  "prompt-sync": { install: [], rows: { "default()": untilAPersonAnswers } },
  sleep: { install: [], rows: { sleep: doesNotBuild, msleep: doesNotBuild, usleep: doesNotBuild } },
  "system-sleep": { install: [], rows: { default: doesNotBuild } },
  "atomic-sleep": { rows: { default: sleeping() } },
  "command-exists": { rows: { sync: member("sync", () => ["node"], { twin: "default", same: "unrelated" }) } },
  which: { rows: { sync: member("sync", () => ["node"], { twin: "default" }) } },
};
