/** `node:crypto`: key derivation, keys, signatures, hashes and ciphers. */
import {
  constants,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  generateKeyPairSync,
  generatePrimeSync,
} from "node:crypto";

import { noise, text } from "../samples.js";
import { type Loaded, type Prepare, type Same, type Workload, type Workloads } from "../workload.js";

/** The call without a callback, and with one. */
function withCallback(
  { call, twin }: { readonly call: string; readonly twin: string },
  argumentsOf: (size: number) => readonly unknown[],
  more: Omit<Workload, "call" | "twin"> = {},
): Workload {
  return {
    ...more,
    call: (crypto, size) => {
      const given = argumentsOf(size);
      return () => crypto[call](...given);
    },
    twin: (crypto, size) => {
      const given = argumentsOf(size);
      return () =>
        new Promise((resolve, reject) => {
          crypto[twin](...given, (error: Error | null, result: unknown) => {
            if (error) reject(error);
            else resolve(result);
          });
        });
    },
  };
}

const pair = (name: string): { call: string; twin: string } => ({ call: `${name}Sync`, twin: name });
const same = (name: string): { call: string; twin: string } => ({ call: name, twin: name });

const BYTES = [4096, 65_536, 1_048_576];
const bytesOf = (bytes: number): string => `${String(bytes / 1024)} KB`;
const bits = (count: number): string => `${String(count)} bits`;
const iterations = (count: number): string => `${count.toLocaleString("en")} iterations`;
const MODULUS = [1024, 2048, 4096];
const RSA_2048 = 2048;

const rsaKeys = (modulusLength: number): { publicKey: string; privateKey: string } =>
  generateKeyPairSync("rsa", {
    modulusLength,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });

/** RSA of a key that is read once, as servers do. */
function rsa(run: (crypto: Loaded, keys: Keys, message: Buffer) => unknown, input = Buffer.from(text(100))): Prepare {
  return (crypto, modulusLength) => {
    const pem = rsaKeys(modulusLength);
    const keys: Keys = { publicKey: createPublicKey(pem.publicKey), privateKey: createPrivateKey(pem.privateKey) };
    return () => run(crypto, keys, input);
  };
}

interface Keys {
  readonly publicKey: ReturnType<typeof createPublicKey>;
  readonly privateKey: ReturnType<typeof createPrivateKey>;
}

const ofRsa: Pick<Workload, "sizes" | "typical" | "of"> = {
  sizes: MODULUS,
  typical: RSA_2048,
  of: (modulus) => `RSA of ${bits(modulus)}`,
};

const ofBytes: Pick<Workload, "sizes" | "typical" | "of"> = { sizes: BYTES, typical: 65_536, of: bytesOf };

const equalBuffers: Same = (called: ArrayBuffer | Buffer, twin: ArrayBuffer | Buffer) =>
  Buffer.from(called as ArrayBuffer).equals(Buffer.from(twin as ArrayBuffer));

/** A group of 2,048 bits (RFC 3526, group 14), so that no prime has to be found. */
const GROUP = "modp14";

export const nodeCrypto: Workloads = {
  "node:crypto": {
    rows: {
      argon2Sync: {
        of: () => "64 MB, three passes, four lanes",
        call: (crypto) => () => crypto.argon2Sync("argon2id", ARGON2),
        twin: (crypto) => () =>
          new Promise((resolve, reject) => {
            crypto.argon2("argon2id", ARGON2, (error: Error | null, key: unknown) => {
              if (error) reject(error);
              else resolve(key);
            });
          }),
      },
      checkPrimeSync: withCallback(pair("checkPrime"), (size) => [generatePrimeSync(size)], {
        sizes: [512, 1024],
        of: bits,
      }),
      generateKeyPairSync: withCallback(pair("generateKeyPair"), (modulusLength) => ["rsa", { modulusLength }], {
        ...ofRsa,
        sizes: [1024, 2048],
        same: "unrelated",
      }),
      generateKeySync: withCallback(pair("generateKey"), () => ["aes", { length: 256 }], {
        of: () => "AES of 256 bits",
        same: "unrelated",
      }),
      generatePrimeSync: withCallback(pair("generatePrime"), (size) => [size], {
        sizes: [256, 512, 1024],
        of: bits,
        same: "unrelated",
      }),
      hkdfSync: withCallback(pair("hkdf"), () => ["sha256", "key", "salt", "info", 64], { same: equalBuffers }),
      pbkdf2Sync: withCallback(pair("pbkdf2"), (count) => ["password", "salt", count, 64, "sha512"], {
        sizes: [1000, 10_000, 100_000],
        of: iterations,
      }),
      randomFillSync: withCallback(pair("randomFill"), (size) => [Buffer.alloc(size)], {
        sizes: [16, 4096, 65_536],
        typical: 16,
        of: (size) => `${String(size)} bytes`,
        same: "unrelated",
      }),
      scryptSync: withCallback(pair("scrypt"), (cost) => ["password", "salt", 64, { cost, maxmem: 2 ** 28 }], {
        sizes: [4096, 16_384, 65_536],
        typical: 16_384,
        of: (cost) => (cost === 16_384 ? "the default parameters" : `cost ${String(cost)}`),
      }),
      randomBytes: withCallback(same("randomBytes"), (size) => [size], {
        sizes: [16, 4096, 65_536],
        typical: 16,
        of: (size) => `${String(size)} bytes`,
        same: "unrelated",
      }),
      pseudoRandomBytes: withCallback({ call: "pseudoRandomBytes", twin: "randomBytes" }, () => [16], {
        of: () => "16 bytes",
        same: "unrelated",
      }),
      randomInt: withCallback(same("randomInt"), () => [1_000_000], { same: "unrelated" }),
      sign: {
        ...ofRsa,
        call: rsa((crypto, { privateKey }, message) => crypto.sign("sha256", message, privateKey)),
        twin: rsa(
          (crypto, { privateKey }, message) =>
            new Promise((resolve) => {
              crypto.sign("sha256", message, privateKey, (_: unknown, signature: unknown) => {
                resolve(signature);
              });
            }),
        ),
        same: "unrelated",
      },
      verify: {
        ...ofRsa,
        call: rsa((crypto, { publicKey }, message) => crypto.verify("sha256", message, publicKey, SIGNATURE)),
        twin: rsa(
          (crypto, { publicKey }, message) =>
            new Promise((resolve) => {
              crypto.verify("sha256", message, publicKey, SIGNATURE, (_: unknown, isValid: unknown) => {
                resolve(isValid);
              });
            }),
        ),
      },
      diffieHellman: {
        of: () => "X25519",
        call: (crypto) => {
          const keys = [crypto.generateKeyPairSync("x25519"), crypto.generateKeyPairSync("x25519")];
          return () => crypto.diffieHellman({ privateKey: keys[0].privateKey, publicKey: keys[1].publicKey });
        },
        twin: (crypto) => {
          const keys = [crypto.generateKeyPairSync("x25519"), crypto.generateKeyPairSync("x25519")];
          return () =>
            new Promise((resolve) => {
              crypto.diffieHellman(
                { privateKey: keys[0].privateKey, publicKey: keys[1].publicKey },
                (_: unknown, secret: unknown) => {
                  resolve(secret);
                },
              );
            });
        },
        same: "unrelated",
      },
      encapsulate: {
        of: () => "ML-KEM-768",
        call: (crypto) => {
          const { publicKey } = crypto.generateKeyPairSync("ml-kem-768");
          return () => crypto.encapsulate(publicKey);
        },
        twin: (crypto) => {
          const { publicKey } = crypto.generateKeyPairSync("ml-kem-768");
          return () =>
            new Promise((resolve) => {
              crypto.encapsulate(publicKey, (_: unknown, result: unknown) => {
                resolve(result);
              });
            });
        },
        same: "unrelated",
      },
      decapsulate: {
        of: () => "ML-KEM-768",
        call: (crypto) => {
          const { publicKey, privateKey } = crypto.generateKeyPairSync("ml-kem-768");
          const { ciphertext } = crypto.encapsulate(publicKey);
          return () => crypto.decapsulate(privateKey, ciphertext);
        },
        twin: (crypto) => {
          const { publicKey, privateKey } = crypto.generateKeyPairSync("ml-kem-768");
          const { ciphertext } = crypto.encapsulate(publicKey);
          return () =>
            new Promise((resolve) => {
              crypto.decapsulate(privateKey, ciphertext, (_: unknown, key: unknown) => {
                resolve(key);
              });
            });
        },
        same: "unrelated",
      },
      publicEncrypt: {
        ...ofRsa,
        call: rsa((crypto, { publicKey }) => crypto.publicEncrypt(publicKey, KEY_TO_SEND)),
      },
      publicDecrypt: {
        ...ofRsa,
        call: (crypto, modulusLength) => {
          const { publicKey, privateKey } = rsaKeys(modulusLength);
          const encrypted = crypto.privateEncrypt(privateKey, Buffer.from(text(100)));
          const key = createPublicKey(publicKey);
          return () => crypto.publicDecrypt(key, encrypted);
        },
      },
      privateEncrypt: {
        ...ofRsa,
        call: rsa((crypto, { privateKey }) => crypto.privateEncrypt(privateKey, KEY_TO_SEND)),
      },
      privateDecrypt: {
        ...ofRsa,
        call: (crypto, modulusLength) => {
          const { publicKey, privateKey } = rsaKeys(modulusLength);
          const encrypted = crypto.publicEncrypt(publicKey, Buffer.from("message"));
          const key = createPrivateKey(privateKey);
          return () => crypto.privateDecrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING }, encrypted);
        },
      },
      createPublicKey: {
        of: () => "RSA of 2048 bits, as PEM",
        call: (crypto) => {
          const { publicKey } = rsaKeys(RSA_2048);
          return () => crypto.createPublicKey(publicKey);
        },
      },
      createPrivateKey: {
        ...ofRsa,
        call: (crypto, modulusLength) => {
          const { privateKey } = rsaKeys(modulusLength);
          return () => crypto.createPrivateKey(privateKey);
        },
      },
      createDiffieHellman: {
        sizes: [512],
        of: (length) => `a new prime of ${bits(length)}`,
        call: (crypto, length) => () => crypto.createDiffieHellman(length),
      },
      "DiffieHellman.generateKeys": {
        of: () => "a group of 2,048 bits",
        call: (crypto) => () => crypto.getDiffieHellman(GROUP).generateKeys(),
      },
      "DiffieHellman.computeSecret": {
        of: () => "a group of 2,048 bits",
        call: (crypto) => {
          const [own, other] = [crypto.getDiffieHellman(GROUP), crypto.getDiffieHellman(GROUP)];
          own.generateKeys();
          const key = other.generateKeys();
          return () => own.computeSecret(key);
        },
      },
      "ECDH.generateKeys": {
        of: () => "P-256",
        call: (crypto) => {
          const ecdh = crypto.createECDH("prime256v1");
          return () => ecdh.generateKeys();
        },
      },
      "ECDH.computeSecret": {
        of: () => "P-256",
        call: (crypto) => {
          const [own, other] = [crypto.createECDH("prime256v1"), crypto.createECDH("prime256v1")];
          own.generateKeys();
          const key = other.generateKeys();
          return () => own.computeSecret(key);
        },
      },
      "Sign.sign": {
        ...ofRsa,
        call: rsa((crypto, { privateKey }, message) => crypto.createSign("sha256").update(message).sign(privateKey)),
        twin: rsa(
          (crypto, { privateKey }, message) =>
            new Promise((resolve) => {
              crypto.sign("sha256", message, privateKey, (_: unknown, signature: unknown) => {
                resolve(signature);
              });
            }),
        ),
        same: "unrelated",
      },
      "Verify.verify": {
        ...ofRsa,
        call: rsa((crypto, { publicKey }, message) =>
          crypto.createVerify("sha256").update(message).verify(publicKey, SIGNATURE),
        ),
        twin: rsa(
          (crypto, { publicKey }, message) =>
            new Promise((resolve) => {
              crypto.verify("sha256", message, publicKey, SIGNATURE, (_: unknown, isValid: unknown) => {
                resolve(isValid);
              });
            }),
        ),
      },
      hash: {
        ...ofBytes,
        call: (crypto, size) => {
          const input = noise(size);
          return () => crypto.hash("sha256", input);
        },
      },
      "Hash.update": updating((crypto) => crypto.createHash("sha256")),
      "Hmac.update": updating((crypto) => crypto.createHmac("sha256", "key")),
      "Cipheriv.update": updating((crypto) => crypto.createCipheriv("aes-256-gcm", KEY, IV)),
      "Decipheriv.update": updating((crypto) => crypto.createDecipheriv("aes-256-gcm", KEY, IV)),
    },
  },
};

const KEY = createSecretKey(Buffer.alloc(32, 1));
const IV = Buffer.alloc(12, 2);
/** RSA encrypts no more than a key of another cipher. */
const KEY_TO_SEND = Buffer.alloc(32, 5);
/** Of nobody: verifying it takes as long as verifying a right one. */
const SIGNATURE = Buffer.alloc(256, 3);
const ARGON2 = {
  message: "password",
  nonce: Buffer.alloc(16, 4),
  parallelism: 4,
  tagLength: 64,
  memory: 65_536,
  passes: 3,
};

function updating(create: (crypto: Loaded) => Loaded): Workload {
  return {
    ...ofBytes,
    call: (crypto, size) => {
      const input = noise(size);
      return () => create(crypto).update(input);
    },
  };
}
