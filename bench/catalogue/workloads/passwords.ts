/** Passwords, tokens and keys. */
import { createSecretKey, generateKeyPair, generateKeyPairSync, pbkdf2, scrypt } from "node:crypto";
import { promisify } from "node:util";

import { calling, defaultOf, member } from "../member-call.js";
import { text } from "../samples.js";
import type { Bench, Loaded, Prepare, Same, Workload, Workloads } from "../workload.js";

const PASSWORD = "correct horse battery staple";
const SALT = "0123456789abcdef";

// ── bcrypt, argon2, scrypt, PBKDF2 ────────────────────────────────────────────────────────────────

/** bcrypt's work doubles with each step of its cost factor: a size is the number of rounds. */
const ofRounds: Pick<Workload, "sizes" | "of"> = {
  sizes: [64, 256, 1024],
  of: (rounds) => `cost factor ${String(Math.log2(rounds))}`,
};
const toHash = (rounds: number): readonly unknown[] => [PASSWORD, Math.log2(rounds)];
const toCompare = async (rounds: number, { load }: Bench): Promise<readonly unknown[]> => [
  PASSWORD,
  defaultOf(await load("bcryptjs")).hashSync(PASSWORD, Math.log2(rounds)),
];
const native =
  (name: string, argumentsOf: typeof toHash | typeof toCompare): Prepare =>
  async (_, size, bench) =>
    calling(name, argumentsOf)(await bench.load("bcrypt"), size, bench);

/** Every hash has a salt of its own: the twin's is as good when it has the same form. */
const ofForm =
  (form: RegExp): Same =>
  (called: string, twin: string) =>
    form.test(called) && form.test(twin);
const asBcrypt = ofForm(/^\$2[abxy]\$\d\d\$.{53}$/u);
const asArgon2 = ofForm(/^\$argon2id\$/u);
const asSalt = ofForm(/^\$2[abxy]\$\d\d\$.{22}$/u);

const inBytes: Same = (called: Uint8Array, twin: Uint8Array) => Buffer.from(called).equals(Buffer.from(twin));
const ofN: Pick<Workload, "sizes" | "of" | "same" | "twin"> = {
  sizes: [1024, 4096, 16_384],
  of: (n) => `N of ${n.toLocaleString("en")}`,
  twin: (_, N) => () => derive(PASSWORD, SALT, 32, { N, maxmem: 2 ** 28 }),
  same: inBytes,
};
const derive = promisify(scrypt) as (
  password: string,
  salt: string,
  length: number,
  options: { N: number; maxmem: number },
) => Promise<Buffer>;
const toDerive = (N: number): readonly unknown[] => [Buffer.from(PASSWORD), Buffer.from(SALT), N, 8, 1, 32];

const ofIterations = (digest: string, length: number): Pick<Workload, "sizes" | "of" | "twin"> => ({
  sizes: [1000, 10_000],
  of: (iterations) => `${iterations.toLocaleString("en")} iterations`,
  twin: (_, iterations) => () => promisify(pbkdf2)(PASSWORD, SALT, iterations, length, digest),
});

// ── Keys ──────────────────────────────────────────────────────────────────────────────────────────

const pem = (): { readonly publicKey: string; readonly privateKey: string } =>
  generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });

const rsaKeys: Pick<Workload, "sizes" | "of" | "twin" | "same"> = {
  sizes: [1024, 2048],
  of: (bits) => `${bits.toLocaleString("en")} bits`,
  twin: (_, modulusLength) => () => promisify(generateKeyPair)("rsa", { modulusLength }),
  same: "unrelated",
};

const ofMessage: Pick<Workload, "sizes" | "typical" | "of"> = {
  sizes: [100, 4000],
  typical: 100,
  of: (bytes) => `RSA of 2,048 bits, ${String(bytes)} bytes`,
};
/** A call of a key that is there already. */
const nodeRsa = (
  run: (key: Loaded, message: Buffer) => (given: Loaded) => unknown,
  given: (key: Loaded, message: Buffer) => unknown,
): Workload => ({
  ...ofMessage,
  call: (module, bytes) => {
    const NodeRsa: Loaded = defaultOf(module);
    const key: Loaded = new NodeRsa(pem().privateKey, "pkcs8");
    const message = Buffer.from(text(bytes));
    const prepared = given(key, message);
    const call = run(key, message);
    return () => call(prepared);
  },
});
const nothing = (): undefined => undefined;

const openpgp = (run: (module: Loaded, keys: Loaded, message: Loaded) => unknown): Workload => ({
  sizes: [4096, 65_536],
  typical: 4096,
  of: (bytes) => `a message of ${String(bytes / 1024)} KB`,
  call: async (module, bytes) => {
    const keys: Loaded = await module.generateKey({
      userIDs: [{ name: "A", email: "a@example.com" }],
      format: "object",
    });
    const message: Loaded = await module.createMessage({ text: text(bytes) });
    const encrypted: Loaded = await module.encrypt({ message, encryptionKeys: keys.publicKey });
    const signed: Loaded = await module.sign({ message, signingKeys: keys.privateKey });
    return async () =>
      run(module, keys, {
        text: await module.createMessage({ text: text(bytes) }),
        encrypted: await module.readMessage({ armoredMessage: encrypted }),
        signed: await module.readMessage({ armoredMessage: signed }),
      });
  },
});

const sodium = (name: string, argumentsOf: (module: Loaded) => readonly unknown[]): Workload => ({
  of: () => "the interactive limits",
  call: async (module) => {
    const library: Loaded = defaultOf(module);
    await library.ready;
    const given = argumentsOf(library);
    return () => library[name](...given);
  },
});
const interactive = (library: Loaded): readonly unknown[] => [
  library.crypto_pwhash_OPSLIMIT_INTERACTIVE,
  library.crypto_pwhash_MEMLIMIT_INTERACTIVE,
];

export const passwords: Workloads = {
  bcrypt: {
    install: ["bcrypt", "bcryptjs"],
    rows: {
      hashSync: member("hashSync", toHash, { ...ofRounds, twin: "hash", same: asBcrypt }),
      compareSync: member("compareSync", toCompare, { ...ofRounds, twin: "compare" }),
      genSaltSync: member("genSaltSync", () => [10], { twin: "genSalt", same: asSalt }),
    },
  },
  bcryptjs: {
    install: ["bcryptjs", "bcrypt"],
    rows: {
      hashSync: member("hashSync", toHash, { ...ofRounds, twin: native("hash", toHash), same: asBcrypt }),
      compareSync: member("compareSync", toCompare, { ...ofRounds, twin: native("compare", toCompare) }),
      genSaltSync: member("genSaltSync", () => [10], { twin: "genSalt", same: asSalt }),
      hash: member("hash", toHash, { ...ofRounds, twin: native("hash", toHash), same: asBcrypt }),
      compare: member("compare", toCompare, { ...ofRounds, twin: native("compare", toCompare) }),
    },
  },
  "@node-rs/bcrypt": {
    install: ["@node-rs/bcrypt", "bcryptjs"],
    rows: {
      hashSync: member("hashSync", (rounds) => [PASSWORD, { cost: Math.log2(rounds) }], {
        ...ofRounds,
        twin: "hash",
        same: asBcrypt,
      }),
      compareSync: member("compareSync", toCompare, { ...ofRounds, twin: "compare" }),
      verifySync: member("verifySync", toCompare, { ...ofRounds, twin: "verify" }),
      genSaltSync: member("genSaltSync", () => [{ cost: 10 }], { twin: "genSalt", same: asSalt }),
    },
  },
  "@node-rs/argon2": {
    rows: {
      hashSync: member("hashSync", () => [PASSWORD], { twin: "hash", same: asArgon2 }),
      hashRawSync: member("hashRawSync", () => [PASSWORD, { salt: Buffer.from(SALT) }], { twin: "hashRaw" }),
      verifySync: member(
        "verifySync",
        async (_, { load }) => [(await load("@node-rs/argon2")).hashSync(PASSWORD), PASSWORD],
        { twin: "verify" },
      ),
    },
  },
  "password-hash": {
    rows: {
      generate: member("generate", () => [PASSWORD]),
      verify: member("verify", async (_, { load }) => [PASSWORD, (await load("password-hash")).generate(PASSWORD)]),
    },
  },
  "scrypt-js": {
    rows: {
      syncScrypt: member("syncScrypt", toDerive, ofN),
      scrypt: member("scrypt", toDerive, ofN),
    },
  },
  scryptsy: { rows: { scryptSync: member("default", toDerive, ofN) } },
  "libsodium-wrappers": {
    install: ["libsodium-wrappers-sumo"],
    specifier: "libsodium-wrappers-sumo",
    rows: {
      crypto_pwhash: sodium("crypto_pwhash", (library) => [
        32,
        PASSWORD,
        Buffer.from(SALT),
        ...interactive(library),
        library.crypto_pwhash_ALG_ARGON2ID13,
      ]),
      crypto_pwhash_str: sodium("crypto_pwhash_str", (library) => [PASSWORD, ...interactive(library)]),
      crypto_pwhash_str_verify: sodium("crypto_pwhash_str_verify", (library) => [
        library.crypto_pwhash_str(PASSWORD, ...interactive(library)),
        PASSWORD,
      ]),
    },
  },
  jsonwebtoken: {
    install: ["jsonwebtoken", "jose"],
    rows: {
      sign: member("sign", () => [{ user: "ada" }, SALT, { algorithm: "HS256" }], {
        of: () => "HS256",
        twin: async (_, __, { load }) => {
          const { SignJWT }: Loaded = await load("jose");
          const key = createSecretKey(Buffer.from(SALT.repeat(2)));
          return () => new SignJWT({ user: "ada" }).setProtectedHeader({ alg: "HS256" }).setIssuedAt().sign(key);
        },
        same: ofForm(/^[\w-]+\.[\w-]+\.[\w-]+$/u),
      }),
      verify: member(
        "verify",
        async (_, { load }) => [(await load("jsonwebtoken")).sign({ user: "ada" }, SALT.repeat(2)), SALT.repeat(2)],
        {
          of: () => "HS256",
          twin: async (module, _, { load }) => {
            const { jwtVerify }: Loaded = await load("jose");
            const key = createSecretKey(Buffer.from(SALT.repeat(2)));
            const token: string = module.sign({ user: "ada" }, SALT.repeat(2));
            return () => jwtVerify(token, key);
          },
          same: (called: Loaded, twin: Loaded) => called.user === twin.payload.user,
        },
      ),
    },
  },
  "node-forge": {
    rows: {
      "pki.rsa.generateKeyPair": member("pki.rsa.generateKeyPair", (bits) => [bits], rsaKeys),
      "rsa.generateKeyPair": member("rsa.generateKeyPair", (bits) => [bits], rsaKeys),
      "pkcs5.pbkdf2": member("pkcs5.pbkdf2", (iterations) => [PASSWORD, SALT, iterations, 20], {
        ...ofIterations("sha1", 20),
        same: (called: string, twin: Buffer) => Buffer.from(called, "latin1").equals(twin),
      }),
    },
  },
  "node-rsa": {
    rows: {
      "NodeRSA.generateKeyPair": {
        sizes: [1024, 2048],
        of: (bits) => `${bits.toLocaleString("en")} bits`,
        call: (module, bits) => {
          const NodeRsa: Loaded = defaultOf(module);
          return () => new NodeRsa().generateKeyPair(bits);
        },
      },
      "NodeRSA.decrypt": nodeRsa(
        (key) => (given) => key.decrypt(given),
        (key, message) => key.encrypt(message),
      ),
      "NodeRSA.encryptPrivate": nodeRsa((key, message) => () => key.encryptPrivate(message), nothing),
      "NodeRSA.sign": nodeRsa((key, message) => () => key.sign(message), nothing),
      "NodeRSA.encrypt": nodeRsa((key, message) => () => key.encrypt(message), nothing),
      "NodeRSA.decryptPublic": nodeRsa(
        (key) => (given) => key.decryptPublic(given),
        (key, message) => key.encryptPrivate(message),
      ),
      "NodeRSA.verify": nodeRsa(
        (key, message) => (given) => key.verify(message, given),
        (key, message) => key.sign(message),
      ),
    },
  },
  openpgp: {
    rows: {
      encrypt: openpgp((module, keys, message) =>
        module.encrypt({ message: message.text, encryptionKeys: keys.publicKey }),
      ),
      decrypt: openpgp((module, keys, message) =>
        module.decrypt({ message: message.encrypted, decryptionKeys: keys.privateKey }),
      ),
      sign: openpgp((module, keys, message) => module.sign({ message: message.text, signingKeys: keys.privateKey })),
      verify: openpgp((module, keys, message) =>
        module.verify({ message: message.signed, verificationKeys: keys.publicKey }),
      ),
    },
  },
};
