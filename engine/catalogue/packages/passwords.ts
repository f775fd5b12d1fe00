/** Passwords, tokens and keys: slow by design, and slower still on the event loop. */
import { bcryptRounds, pbkdf2Iterations, rsaSignature } from "../argument-figures.js";
import { estimated, measured } from "../cost.js";
import type { CataloguePackage } from "../row.js";

const chunks = "It computes in chunks of up to 100 ms, all of them on the event loop.";

export const passwords: readonly CataloguePackage[] = [
  {
    module: "bcrypt",
    rows: [
      { member: "hashSync", kind: "cpu", cost: measured(65, "cost factor 10"), costFrom: bcryptRounds("1", 65), twin: { module: "bcrypt", member: "hash" } },
      {
        member: "compareSync",
        kind: "cpu",
        cost: measured(65, "cost factor 10"),
        twin: { module: "bcrypt", member: "compare" },
      },
      { member: "genSaltSync", kind: "cpu", cost: measured(0.011), twin: { module: "bcrypt", member: "genSalt" } },
    ],
  },
  {
    module: "bcryptjs",
    rows: [
      {
        member: "hashSync",
        kind: "cpu",
        cost: measured(99, "cost factor 10"),
        costFrom: bcryptRounds("1", 99),
        twin: { module: "bcrypt", member: "hash", remark: "Native, in the thread pool; bcryptjs's own hash stays on the event loop." },
      },
      {
        member: "compareSync",
        kind: "cpu",
        cost: measured(81, "cost factor 10"),
        twin: { module: "bcrypt", member: "compare", remark: "Native, in the thread pool; bcryptjs's own compare stays on the event loop." },
      },
      { member: "genSaltSync", kind: "cpu", cost: measured(0.002), twin: { module: "bcryptjs", member: "genSalt" } },
      {
        member: "hash",
        kind: "cpu",
        cost: measured(86, "the longest chunk, cost factor 10"),
        twin: { module: "bcrypt", member: "hash", remark: "The same call, native and in the thread pool." },
        isFakeAsync: true,
        note: chunks,
      },
      {
        member: "compare",
        kind: "cpu",
        cost: measured(86, "the longest chunk, cost factor 10"),
        twin: { module: "bcrypt", member: "compare", remark: "The same call, native and in the thread pool." },
        isFakeAsync: true,
        note: chunks,
      },
    ],
  },
  {
    module: "@node-rs/bcrypt",
    rows: [
      { member: "hashSync", kind: "cpu", cost: measured(47, "cost factor 10"), costFrom: [...bcryptRounds("1", 48), ...bcryptRounds("1.cost", 48)], twin: { module: "@node-rs/bcrypt", member: "hash" } },
      { member: "compareSync", kind: "cpu", cost: measured(48, "cost factor 10"), twin: { module: "@node-rs/bcrypt", member: "compare" } },
      { member: "verifySync", kind: "cpu", cost: measured(47, "cost factor 10"), twin: { module: "@node-rs/bcrypt", member: "verify" } },
      { member: "genSaltSync", kind: "cpu", cost: measured(0.0014), twin: { module: "@node-rs/bcrypt", member: "genSalt" } },
    ],
  },
  {
    module: "@node-rs/argon2",
    rows: [
      { member: "hashSync", kind: "cpu", cost: measured(8.2, "the default parameters"), twin: { module: "@node-rs/argon2", member: "hash" } },
      { member: "hashRawSync", kind: "cpu", cost: measured(9.6, "the default parameters"), twin: { module: "@node-rs/argon2", member: "hashRaw" } },
      { member: "verifySync", kind: "cpu", cost: measured(9.7, "the default parameters"), twin: { module: "@node-rs/argon2", member: "verify" } },
    ],
  },
  {
    module: "password-hash",
    rows: [
      { member: "generate", kind: "cpu", cost: measured(0.032, "one iteration, the default"), offload: true },
      { member: "verify", kind: "cpu", cost: measured(0.011, "one iteration, the default"), offload: true },
    ],
  },
  {
    module: "scrypt-js",
    rows: [
      {
        member: "syncScrypt",
        kind: "cpu",
        cost: measured(110, "N of 16,384"),
        twin: { module: "node:crypto", member: "scrypt", isCallback: true, note: "Its arguments are others. It is native, in the thread pool; scrypt-js's own scrypt stays on the event loop." },
      },
      {
        member: "scrypt",
        kind: "cpu",
        cost: estimated(2, "the time between two pauses", 0.99),
        twin: { module: "node:crypto", member: "scrypt", isCallback: true, note: "Its arguments are others. It is native, in the thread pool." },
        isFakeAsync: true,
      },
    ],
  },
  {
    module: "scryptsy",
    rows: [
      {
        member: "scryptSync",
        kind: "cpu",
        cost: measured(240, "N of 16,384"),
        twin: { module: "node:crypto", member: "scrypt", isCallback: true, note: "Its arguments are others. It is native, in the thread pool." },
      },
    ],
  },
  {
    module: "libsodium-wrappers",
    aliases: ["libsodium-wrappers-sumo"],
    rows: [
      { member: "crypto_pwhash", kind: "cpu", cost: measured(130, "the interactive limits"), offload: true },
      { member: "crypto_pwhash_str", kind: "cpu", cost: measured(140, "the interactive limits"), offload: true },
      { member: "crypto_pwhash_str_verify", kind: "cpu", cost: measured(140, "the interactive limits"), offload: true },
    ],
  },
  {
    module: "jsonwebtoken",
    rows: [
      {
        member: "sign",
        kind: "cpu",
        cost: measured(0.34, "HS256; RS256 takes 0.94 ms"),
        costFrom: rsaSignature,
        twin: { module: "jose", member: "SignJWT", note: "A different API; it signs with WebCrypto, off the event loop." },
        note: "The callback form does the same work on the event loop.",
      },
      {
        member: "verify",
        kind: "cpu",
        cost: measured(0.34, "HS256; RS256 takes 0.16 ms"),
        twin: { module: "jose", member: "jwtVerify", note: "A different API; it verifies with WebCrypto, off the event loop." },
        note: "The callback form does the same work on the event loop.",
      },
    ],
  },
  {
    module: "node-forge",
    rows: [
      {
        member: "pki.rsa.generateKeyPair",
        kind: "cpu",
        cost: estimated(3, "2,048 bits"),
        twin: { module: "node:crypto", member: "generateKeyPair", isCallback: true, note: "Its arguments are others. It is native, in the thread pool." },
        when: { withoutCallbackFrom: 0 },
      },
      {
        member: "rsa.generateKeyPair",
        kind: "cpu",
        cost: estimated(3, "2,048 bits"),
        twin: { module: "node:crypto", member: "generateKeyPair", isCallback: true, note: "Its arguments are others. It is native, in the thread pool." },
        when: { withoutCallbackFrom: 0 },
      },
      {
        member: "pkcs5.pbkdf2",
        kind: "cpu",
        cost: measured(1.4, "10,000 iterations"),
        costFrom: pbkdf2Iterations("2"),
        twin: { module: "node:crypto", member: "pbkdf2", isCallback: true, note: "Its arguments are others. It is native, in the thread pool." },
        when: { withoutCallbackFrom: 4 },
      },
    ],
  },
  {
    module: "node-rsa",
    types: { NodeRSA: { origins: ["new default", "NodeRSA.generateKeyPair()", "NodeRSA.importKey()"] } },
    rows: [
      { member: "NodeRSA.generateKeyPair", kind: "cpu", cost: estimated(3, "2,048 bits"), offload: true },
      { member: "NodeRSA.decrypt", kind: "cpu", cost: measured(0.8, "RSA of 2,048 bits, 100 bytes"), offload: true },
      { member: "NodeRSA.encryptPrivate", kind: "cpu", cost: measured(20, "RSA of 2,048 bits, 100 bytes"), offload: true },
      { member: "NodeRSA.sign", kind: "cpu", cost: measured(0.35, "RSA of 2,048 bits, 100 bytes"), offload: true },
      { member: "NodeRSA.encrypt", kind: "cpu", cost: measured(0.17, "RSA of 2,048 bits, 100 bytes"), offload: true },
      { member: "NodeRSA.decryptPublic", kind: "cpu", cost: measured(0.51, "RSA of 2,048 bits, 100 bytes"), offload: true },
      { member: "NodeRSA.verify", kind: "cpu", cost: measured(0.059, "RSA of 2,048 bits, 100 bytes"), offload: true },
    ],
  },
  {
    module: "openpgp",
    rows: [
      { member: "encrypt", kind: "cpu", cost: measured(1.6, "a message of 4 KB", 1.7), offload: true, isFakeAsync: true, sizeDependent: true },
      { member: "decrypt", kind: "cpu", cost: measured(1.4, "a message of 4 KB", 1.5), offload: true, isFakeAsync: true, sizeDependent: true },
      { member: "sign", kind: "cpu", cost: measured(1.6, "a message of 4 KB", 1.6), offload: true, isFakeAsync: true, sizeDependent: true },
      { member: "verify", kind: "cpu", cost: measured(0.86, "a message of 4 KB", 0.86), offload: true, isFakeAsync: true, sizeDependent: true },
    ],
  },
];
