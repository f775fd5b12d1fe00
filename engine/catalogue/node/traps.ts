/** What blocks in Node's core without being called `…Sync`, and how instances of core classes come about. */
import { randomByteCount, sleeps } from "../argument-figures.js";
import { estimated, measured } from "../cost.js";
import type { CataloguePackage, CatalogueRow } from "../row.js";

/** Formatters of `Intl`: their locale's data is looked up each time. */
function formatter(name: string, ms = name === "DateTimeFormat" ? 0.054 : 0.01): CatalogueRow {
  return {
    member: `new Intl.${name}`,
    kind: "cpu",
    cost: measured(ms),
    setup: { builds: "a formatter", isQuick: true },
  };
}

/** Modules with the `node:` prefix, and `global` for what needs no import. */
export const traps: readonly CataloguePackage[] = [
  {
    module: "global",
    types: {
      Process: { origins: ["process"], declaredAs: ["global#NodeJS.Process"] },
      ProcessReport: { origins: ["Process.report"], declaredAs: ["global#NodeJS.ProcessReport"] },
    },
    rows: [
      {
        member: "Atomics.wait",
        kind: "wait",
        cost: estimated(3, "a wait for another thread"),
        costFrom: sleeps("3", 1),
        twin: {
          module: "global",
          member: "Atomics.waitAsync",
          gives: "value",
          note: "It returns { async, value }: await the value.",
        },
      },
      {
        member: "new WebAssembly.Module",
        kind: "cpu",
        cost: estimated(2, "a module of some 100 KB"),
        twin: { module: "global", member: "WebAssembly.compile" },
      },
      {
        member: "new WebAssembly.Instance",
        kind: "cpu",
        cost: estimated(1, "a module of some 100 KB"),
        twin: { module: "global", member: "WebAssembly.instantiate" },
      },
      ...["DateTimeFormat", "NumberFormat", "RelativeTimeFormat"].map((name) => formatter(name)),
      ...["Collator", "PluralRules", "ListFormat", "Segmenter", "DisplayNames"].map((name) => formatter(name, 0.004)),
      {
        member: "require",
        kind: "sync-io",
        cost: estimated(2, "the first time: it reads, compiles and runs the module and all that it requires"),
        setup: { builds: "a module", isQuick: true, isRemembered: true },
        when: { unlessLoaded: 0 },
      },
      { member: "Process.loadEnvFile", kind: "sync-io", cost: measured(0.005, "a file of two lines") },
      { member: "ProcessReport.getReport", kind: "cpu", cost: measured(3.6) },
      { member: "ProcessReport.writeReport", kind: "sync-io", cost: estimated(2) },
      { member: "Process.execve", kind: "sync-io", cost: estimated(3), note: "It replaces the process: nothing else runs." },
      { member: "Process.dlopen", kind: "sync-io", cost: estimated(2, "an addon of some MB") },
    ],
  },
  {
    module: "node:process",
    aliases: ["process"],
    rows: [
      { member: "loadEnvFile", kind: "sync-io", cost: measured(0.005, "a file of two lines") },
      { member: "report.getReport", kind: "cpu", cost: measured(3.6) },
      { member: "report.writeReport", kind: "sync-io", cost: estimated(2) },
      { member: "execve", kind: "sync-io", cost: estimated(3), note: "It replaces the process: nothing else runs." },
      { member: "dlopen", kind: "sync-io", cost: estimated(2, "an addon of some MB") },
    ],
  },
  {
    module: "node:fs",
    types: {
      Dir: { origins: ["opendirSync()", "promises.opendir()"] },
      Utf8Stream: { origins: ["new Utf8Stream"] },
    },
    rows: [],
  },
  {
    module: "node:crypto",
    types: {
      Hash: { origins: ["createHash()", "Hash.update()", "Hash.copy()"] },
      Hmac: { origins: ["createHmac()", "Hmac.update()"] },
      Cipheriv: {
        origins: ["createCipheriv()"],
        declaredAs: ["node:crypto#CipherGCM", "node:crypto#CipherCCM", "node:crypto#CipherOCB", "node:crypto#Cipher"],
      },
      Decipheriv: {
        origins: ["createDecipheriv()"],
        declaredAs: ["node:crypto#DecipherGCM", "node:crypto#DecipherCCM", "node:crypto#DecipherOCB", "node:crypto#Decipher"],
      },
      Sign: { origins: ["createSign()", "Sign.update()"] },
      Verify: { origins: ["createVerify()", "Verify.update()"] },
      DiffieHellman: {
        origins: ["createDiffieHellman()", "createDiffieHellmanGroup()", "getDiffieHellman()"],
        declaredAs: ["node:crypto#DiffieHellmanGroup"],
      },
      ECDH: { origins: ["createECDH()"] },
    },
    rows: [
      {
        member: "createPublicKey",
        kind: "cpu",
        cost: measured(0.11, "an RSA key of 2048 bits as PEM"),
        setup: { builds: "a key", isQuick: true },
      },
      {
        member: "randomBytes",
        kind: "cpu",
        cost: measured(0.006, "16 bytes"),
        costFrom: randomByteCount,
        twin: { module: "node:crypto", member: "randomBytes", isCallback: true },
        when: { withoutCallbackFrom: 1 },
      },
      {
        member: "pseudoRandomBytes",
        kind: "cpu",
        cost: estimated(0, "16 bytes"),
        twin: { module: "node:crypto", member: "randomBytes", isCallback: true },
        when: { withoutCallbackFrom: 1 },
      },
      {
        member: "randomInt",
        kind: "cpu",
        // Node fetches random bytes in bulk and hands them out.
        cost: measured(0.001),
        twin: { module: "node:crypto", member: "randomInt", isCallback: true },
        when: { withoutCallbackFrom: 1 },
      },
      {
        member: "sign",
        kind: "cpu",
        cost: measured(0.93, "RSA of 2,048 bits"),
        twin: { module: "node:crypto", member: "sign", isCallback: true },
        when: { withoutCallbackFrom: 3 },
      },
      {
        member: "verify",
        kind: "cpu",
        cost: measured(0.025, "RSA of 2,048 bits"),
        twin: { module: "node:crypto", member: "verify", isCallback: true },
        when: { withoutCallbackFrom: 4 },
      },
      {
        member: "diffieHellman",
        kind: "cpu",
        cost: measured(0.035, "X25519"),
        twin: { module: "node:crypto", member: "diffieHellman", isCallback: true, since: "23.11" },
        when: { withoutCallbackFrom: 1 },
      },
      {
        member: "encapsulate",
        kind: "cpu",
        cost: estimated(1, "ML-KEM-768"),
        twin: { module: "node:crypto", member: "encapsulate", isCallback: true },
        when: { withoutCallbackFrom: 1 },
      },
      {
        member: "decapsulate",
        kind: "cpu",
        cost: estimated(1, "ML-KEM-768"),
        twin: { module: "node:crypto", member: "decapsulate", isCallback: true },
        when: { withoutCallbackFrom: 2 },
      },
      { member: "publicEncrypt", kind: "cpu", cost: measured(0.023, "RSA of 2,048 bits"), offload: true },
      { member: "publicDecrypt", kind: "cpu", cost: measured(0.02, "RSA of 2,048 bits"), offload: true },
      { member: "privateEncrypt", kind: "cpu", cost: measured(0.24, "RSA of 2,048 bits"), offload: true },
      { member: "privateDecrypt", kind: "cpu", cost: measured(0.24, "RSA of 2,048 bits"), offload: true },
      {
        member: "createPrivateKey",
        kind: "cpu",
        cost: measured(0.34, "RSA of 2,048 bits in PEM"),
        setup: { builds: "a key" },
        note: "Parse a key once and keep the KeyObject.",
      },
      {
        member: "createDiffieHellman",
        kind: "cpu",
        cost: estimated(3, "a prime that is searched for"),
        offload: true,
        note: "Given a length it searches for a prime of that many bits: use a standard group, getDiffieHellman.",
      },
      { member: "DiffieHellman.generateKeys", kind: "cpu", cost: measured(0.29, "2,048 bits"), offload: true },
      { member: "DiffieHellman.computeSecret", kind: "cpu", cost: measured(0.28, "2,048 bits"), offload: true },
      { member: "ECDH.generateKeys", kind: "cpu", cost: measured(0.022, "P-256"), offload: true },
      { member: "ECDH.computeSecret", kind: "cpu", cost: measured(0.1, "P-256"), offload: true },
      {
        member: "Sign.sign",
        kind: "cpu",
        cost: measured(0.93, "RSA of 2,048 bits"),
        twin: { module: "node:crypto", member: "sign", isCallback: true, note: "It takes the whole message at once." },
      },
      {
        member: "Verify.verify",
        kind: "cpu",
        cost: measured(0.025, "RSA of 2,048 bits"),
        twin: { module: "node:crypto", member: "verify", isCallback: true, note: "It takes the whole message at once." },
      },
      { member: "hash", kind: "cpu", cost: measured(0.003, "4 KB"), offload: true, sizeDependent: true },
      { member: "Hash.update", kind: "cpu", cost: measured(0.003, "1 KB; 1 MB takes 0.78 ms"), offload: true, sizeDependent: true },
      { member: "Hmac.update", kind: "cpu", cost: measured(0.004, "1 KB"), offload: true, sizeDependent: true },
      { member: "Cipheriv.update", kind: "cpu", cost: measured(0.005, "1 KB; 1 MB takes 0.85 ms"), offload: true, sizeDependent: true },
      { member: "Decipheriv.update", kind: "cpu", cost: estimated(0, "1 KB"), offload: true, sizeDependent: true },
    ],
  },
  {
    module: "node:zlib",
    types: {
      ZipBuffer: { origins: ["new ZipBuffer"] },
      ZipEntry: {
        origins: [
          "ZipEntry.createSync()",
          "ZipEntry.create()",
          "ZipBuffer.addSync()",
          "ZipBuffer.get()",
          "ZipFile.addSync()",
          "ZipFile.getSync()",
          "ZipFile.get()",
        ],
      },
      ZipFile: { origins: ["ZipFile.openSync()", "ZipFile.open()"] },
    },
    rows: [],
  },
  {
    module: "node:dgram",
    types: { Socket: { origins: ["createSocket()"] } },
    rows: [],
  },
  {
    module: "node:sqlite",
    types: {
      DatabaseSync: { origins: ["new DatabaseSync"] },
      StatementSync: { origins: ["DatabaseSync.prepare()"] },
      SQLTagStore: { origins: ["DatabaseSync.createTagStore()"] },
      Session: { origins: ["DatabaseSync.createSession()"] },
    },
    rows: [
      { member: "new DatabaseSync", kind: "sync-io", cost: estimated(1), offload: true },
      { member: "DatabaseSync.open", kind: "sync-io", cost: estimated(1), offload: true },
      { member: "DatabaseSync.close", kind: "sync-io", cost: estimated(1), offload: true },
      { member: "DatabaseSync.exec", kind: "sync-io", cost: estimated(2, "a statement that writes"), offload: true },
      { member: "DatabaseSync.prepare", kind: "sync-io", cost: estimated(0), offload: true },
      { member: "DatabaseSync.serialize", kind: "sync-io", cost: estimated(2, "a database of some MB"), offload: true },
      { member: "DatabaseSync.deserialize", kind: "sync-io", cost: estimated(2, "a database of some MB"), offload: true },
      { member: "DatabaseSync.applyChangeset", kind: "sync-io", cost: estimated(2), offload: true },
      { member: "DatabaseSync.loadExtension", kind: "sync-io", cost: estimated(2), offload: true },
      { member: "StatementSync.run", kind: "sync-io", cost: estimated(2, "an insert that is synced to disk"), offload: true },
      { member: "StatementSync.get", kind: "sync-io", cost: estimated(0, "one row by its key"), offload: true },
      { member: "StatementSync.all", kind: "sync-io", cost: estimated(1, "some hundred rows"), offload: true },
      { member: "StatementSync.iterate", kind: "sync-io", cost: estimated(1, "some hundred rows"), offload: true },
      { member: "SQLTagStore.run", kind: "sync-io", cost: estimated(2, "an insert that is synced to disk"), offload: true },
      { member: "SQLTagStore.get", kind: "sync-io", cost: estimated(0, "one row by its key"), offload: true },
      { member: "SQLTagStore.all", kind: "sync-io", cost: estimated(1, "some hundred rows"), offload: true },
      { member: "SQLTagStore.iterate", kind: "sync-io", cost: estimated(1, "some hundred rows"), offload: true },
      { member: "Session.changeset", kind: "sync-io", cost: estimated(1), offload: true },
      { member: "Session.patchset", kind: "sync-io", cost: estimated(1), offload: true },
    ],
  },
  {
    module: "node:vm",
    aliases: ["vm"],
    types: { Script: { origins: ["new Script"] } },
    rows: [
      { member: "runInContext", kind: "cpu", cost: estimated(1, "a script that does some work"), offload: true },
      { member: "runInNewContext", kind: "cpu", cost: measured(0.34, "`1 + 1`: the context alone"), offload: true },
      { member: "runInThisContext", kind: "cpu", cost: estimated(1, "a script that does some work"), offload: true },
      { member: "createContext", kind: "cpu", cost: measured(0.32), setup: { builds: "a context" }, note: "Create the context once." },
      { member: "compileFunction", kind: "cpu", cost: measured(0.27, "a source of 100 functions"), setup: { builds: "a function" }, note: "Compile once.", sizeDependent: true },
      { member: "new Script", kind: "cpu", cost: measured(0.27, "a source of 100 functions"), setup: { builds: "a script" }, note: "Compile once.", sizeDependent: true },
      { member: "Script.runInContext", kind: "cpu", cost: estimated(1, "a script that does some work"), offload: true },
      { member: "Script.runInNewContext", kind: "cpu", cost: estimated(1, "a script that does some work"), offload: true },
      { member: "Script.runInThisContext", kind: "cpu", cost: estimated(1, "a script that does some work"), offload: true },
    ],
  },
  {
    module: "node:v8",
    aliases: ["v8"],
    rows: [
      { member: "serialize", kind: "cpu", cost: measured(0.11, "700 small objects"), offload: true, sizeDependent: true },
      { member: "deserialize", kind: "cpu", cost: measured(0.17, "700 small objects"), offload: true, sizeDependent: true },
      { member: "writeHeapSnapshot", kind: "cpu", cost: measured(260, "a heap of some MB") },
      { member: "getHeapSnapshot", kind: "cpu", cost: estimated(3, "a heap of some MB"), note: "The stream it returns has been filled on the event loop." },
      { member: "queryObjects", kind: "cpu", cost: estimated(3, "a heap of some MB") },
      { member: "takeCoverage", kind: "sync-io", cost: estimated(2) },
      { member: "stopCoverage", kind: "sync-io", cost: estimated(2) },
    ],
  },
  {
    module: "node:worker_threads",
    aliases: ["worker_threads"],
    rows: [
      {
        member: "receiveMessageOnPort",
        kind: "wait",
        cost: estimated(0, "one look"),
        note: "One look is cheap; polled until a message comes it keeps the event loop waiting. Listen for `message` instead.",
      },
    ],
  },
  {
    module: "node:module",
    aliases: ["module"],
    rows: [
      { member: "stripTypeScriptTypes", kind: "cpu", cost: estimated(2, "a file of some KB"), offload: true },
      { member: "findPackageJSON", kind: "sync-io", cost: estimated(0) },
      { member: "flushCompileCache", kind: "sync-io", cost: estimated(2) },
    ],
  },
  {
    module: "node:inspector",
    aliases: ["inspector"],
    types: { Session: { origins: ["new Session"] } },
    rows: [
      { member: "waitForDebugger", kind: "wait", cost: estimated(3, "a debugger that somebody starts") },
      {
        member: "Session.post",
        kind: "cpu",
        cost: estimated(1),
        note: "The command is carried out before post returns, even with a callback; a heap snapshot takes seconds.",
      },
    ],
  },
  {
    module: "node:wasi",
    aliases: ["wasi"],
    types: { WASI: { origins: ["new WASI"] } },
    rows: [{ member: "WASI.start", kind: "cpu", cost: estimated(3, "a whole program"), offload: true }],
  },
  {
    module: "node:tls",
    aliases: ["tls"],
    rows: [
      { member: "createSecureContext", kind: "cpu", cost: measured(0.15), note: "Create the context once and pass it as secureContext." },
      { member: "getCACertificates", kind: "sync-io", cost: estimated(2, "the system's certificates, the first time") },
    ],
  },
];
