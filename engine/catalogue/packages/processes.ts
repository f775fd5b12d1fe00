/** Child processes, network calls and prompts that the event loop stands still for. */
import { sleeps } from "../argument-figures.js";
import { estimated, measured } from "../cost.js";
import type { CataloguePackage, CatalogueRow, Twin } from "../row.js";

const command = "a command that does some work; starting a process alone takes 5 ms";
const timer: Twin = { module: "node:timers/promises", member: "setTimeout" };
const waits = "The event loop stands still until another thread has answered.";

const shellWords = "Its arguments and its result are others than those of a shell command.";

/** Commands of shelljs, of which none is asynchronous but `exec` with a callback or `{ async: true }`. */
const shellCommand = (member: string, cost: CatalogueRow["cost"], asyncMember?: string): CatalogueRow => ({
  member,
  kind: "sync-io",
  cost,
  ...(asyncMember === undefined ? { offload: true } : { twin: { module: "node:fs/promises", member: asyncMember, note: shellWords } }),
});

export const processes: readonly CataloguePackage[] = [
  {
    module: "execa",
    rows: [
      { member: "execaSync", kind: "sync-io", cost: estimated(3, command), twin: { module: "execa", member: "execa" } },
      { member: "execaCommandSync", kind: "sync-io", cost: estimated(3, command), twin: { module: "execa", member: "execaCommand" } },
      { member: "sync", kind: "sync-io", cost: estimated(3, command), twin: { module: "execa", member: "default" } },
      { member: "commandSync", kind: "sync-io", cost: estimated(3, command), twin: { module: "execa", member: "command" } },
      { member: "$.sync", kind: "sync-io", cost: estimated(3, command), twin: { module: "execa", member: "$", note: "It is a tag of templates, and gives another of its kind when it is called." } },
      { member: "$.s", kind: "sync-io", cost: estimated(3, command), twin: { module: "execa", member: "$", note: "It is a tag of templates, and gives another of its kind when it is called." } },
    ],
  },
  {
    module: "cross-spawn",
    rows: [
      {
        member: "sync",
        kind: "sync-io",
        cost: estimated(3, command),
        twin: { module: "cross-spawn", member: "default", note: "It returns a ChildProcess." },
      },
    ],
  },
  {
    module: "zx",
    rows: [{ member: "$.sync", kind: "sync-io", cost: estimated(3, command), twin: { module: "zx", member: "$", note: "It is a tag of templates, and gives another of its kind when it is called." } }],
  },
  {
    module: "shelljs",
    rows: [
      {
        member: "exec",
        kind: "sync-io",
        cost: estimated(3, command),
        twin: { module: "node:child_process", member: "exec", isCallback: true, note: "It rejects when the command fails, and has no code." },
        when: { withoutCallbackFrom: 1, unlessOptionTrue: { index: 1, property: "async" } },
      },
      shellCommand("cmd", estimated(3, command)),
      shellCommand("cat", measured(0.38, "a file of 4 KB"), "readFile"),
      shellCommand("chmod", measured(0.5, "a file of 4 KB"), "chmod"),
      shellCommand("cp", measured(3.8, "a tree of 20 files"), "cp"),
      shellCommand("find", measured(0.8, "a tree of 20 files")),
      shellCommand("grep", measured(0.49, "a file of 4 KB")),
      shellCommand("head", measured(0.37, "a file of 4 KB")),
      shellCommand("ln", measured(0.46), "symlink"),
      shellCommand("ls", measured(0.3, "100 entries"), "readdir"),
      shellCommand("mkdir", measured(0.29), "mkdir"),
      shellCommand("mv", estimated(1), "rename"),
      shellCommand("rm", measured(2.3, "a tree of 20 files"), "rm"),
      shellCommand("sed", measured(0.36, "a file of 4 KB")),
      shellCommand("sort", measured(0.45, "a file of 4 KB")),
      shellCommand("tail", measured(0.31, "a file of 4 KB")),
      shellCommand("test", measured(0.016, "a file of 4 KB"), "access"),
      shellCommand("touch", measured(0.37, "a file of 4 KB"), "utimes"),
      shellCommand("uniq", measured(0.38, "a file of 4 KB")),
      shellCommand("which", measured(0.052)),
    ],
  },
  {
    module: "sync-request",
    rows: [
      {
        member: "default",
        kind: "wait",
        cost: estimated(3, "a request over the network"),
        twin: { module: "global", member: "fetch", note: "What it answers is read asynchronously as well." },
        note: "The event loop stands still until the response is there.",
      },
    ],
  },
  {
    module: "sync-fetch",
    rows: [
      {
        member: "default",
        kind: "wait",
        cost: estimated(3, "a request over the network"),
        twin: { module: "global", member: "fetch", note: "What it answers is read asynchronously as well." },
        note: "The event loop stands still until the response is there.",
      },
    ],
  },
  {
    module: "urllib-sync",
    rows: [
      {
        member: "request",
        kind: "wait",
        cost: estimated(3, "a request over the network"),
        twin: { module: "global", member: "fetch", note: "What it answers is read asynchronously as well." },
        note: "The event loop stands still until the response is there.",
      },
    ],
  },
  {
    module: "sync-rpc",
    rows: [{ member: "default()", kind: "wait", cost: estimated(3, "an answer from another process"), note: waits }],
  },
  {
    module: "deasync",
    rows: [
      { member: "default()", kind: "wait", cost: estimated(3, "an asynchronous function"), note: "Call the asynchronous function and await it." },
      { member: "loopWhile", kind: "wait", cost: estimated(3, "an asynchronous function") },
      { member: "sleep", kind: "wait", cost: estimated(3), costFrom: sleeps("0", 1), twin: timer },
    ],
  },
  {
    module: "synckit",
    rows: [{ member: "createSyncFn()", kind: "wait", cost: estimated(3, "an asynchronous function in a worker thread"), note: waits }],
  },
  {
    module: "make-synchronized",
    rows: [
      { member: "default()", kind: "wait", cost: estimated(3, "an asynchronous function in a worker thread"), note: waits },
      { member: "makeSynchronized()", kind: "wait", cost: estimated(3, "an asynchronous function in a worker thread"), note: waits },
      { member: "makeDefaultExportSynchronized()", kind: "wait", cost: estimated(3, "an asynchronous function in a worker thread"), note: waits },
      { member: "makeSynchronizedFunction()", kind: "wait", cost: estimated(3, "an asynchronous function in a worker thread"), note: waits },
      { member: "makeInlineFunctionSynchronized()", kind: "wait", cost: estimated(3, "an asynchronous function in a worker thread"), note: waits },
    ],
  },
  {
    module: "make-synchronous",
    rows: [{ member: "default()", kind: "wait", cost: estimated(3, "an asynchronous function in another process"), note: waits }],
  },
  {
    module: "readline-sync",
    rows: [
      "question",
      "prompt",
      "keyIn",
      "keyInYN",
      "keyInYNStrict",
      "keyInPause",
      "keyInSelect",
      "questionEMail",
      "questionNewPassword",
      "questionInt",
      "questionFloat",
      "questionPath",
      "promptLoop",
      "promptCL",
      "promptSimShell",
      "promptCLLoop",
    ].map((member) => ({
      member,
      kind: "wait",
      cost: estimated(3, "a person who types"),
      twin: { module: "node:readline/promises", member: "Interface.question", note: "It is a method of what createInterface() gives." },
    })),
  },
  {
    module: "prompt-sync",
    rows: [
      {
        member: "default()",
        kind: "wait",
        cost: estimated(3, "a person who types"),
        twin: { module: "node:readline/promises", member: "Interface.question", note: "It is a method of what createInterface() gives." },
      },
    ],
  },
  {
    module: "sleep",
    rows: Object.entries({ sleep: 1000, msleep: 1, usleep: 0.001 }).map(([member, unit]) => ({
      member,
      kind: "wait",
      cost: estimated(3),
      costFrom: sleeps("0", unit),
      twin: { ...timer, ...(member !== "msleep" && { note: "It takes milliseconds." }) },
    })),
  },
  {
    module: "system-sleep",
    rows: [
      {
        member: "default",
        kind: "wait",
        cost: estimated(3),
        costFrom: sleeps("0", 1),
        twin: timer,
      },
    ],
  },
  {
    module: "atomic-sleep",
    rows: [
      {
        member: "default",
        kind: "wait",
        cost: measured(20, "the time that it is told"),
        costFrom: sleeps("0", 1),
        twin: timer,
      },
    ],
  },
  {
    module: "command-exists",
    rows: [
      { member: "sync", kind: "sync-io", cost: measured(5.6, "a command that exists"), twin: { module: "command-exists", member: "default", gives: "success" } },
    ],
  },
  {
    module: "which",
    rows: [
      { member: "sync", kind: "sync-io", cost: measured(0.1, "a PATH of a dozen directories"), twin: { module: "which", member: "default", since: "2" } },
    ],
  },
];
