/**
 * What iterations, rounds, key sizes and qualities cost. Medians of the processor's time on one core of a Linux server,
 * Node 20 and 24, that of pbkdf2 with SHA-512, that of brotli and zstd for 64 KB of JSON.
 */
import { measured } from "./cost.js";
import type { ArgumentCost, CostOfNumber } from "./row.js";

/** @param argument the path of the argument that says how many */
export function pbkdf2Iterations(argument: string): readonly ArgumentCost[] {
  return [
    {
      argument,
      of: "# iterations",
      figures: [
        [1000, 0.5],
        [100_000, 47],
        [600_000, 280],
      ],
    },
  ];
}

/** The work doubles with each step. @param ms at cost factor 10 */
export function bcryptRounds(argument: string, ms: number): readonly ArgumentCost[] {
  return [
    {
      argument,
      of: "cost factor #",
      figures: [
        [4, ms / 64],
        [10, ms],
        [14, ms * 16],
      ],
      isExponential: true,
    },
  ];
}

/** `N`, which is called `cost` as well. @param options the path of the object that holds it */
export function scryptCost(options: string): readonly ArgumentCost[] {
  return ["N", "cost"].map((name): CostOfNumber => ({
    argument: `${options}.${name}`,
    of: "N of #",
    figures: [
      [1024, 2],
      [16_384, 34],
      [131_072, 370],
    ],
  }));
}

/** RSA grows with the fourth power of the size; elliptic curves cost next to nothing. */
export const keyPairs: readonly ArgumentCost[] = [
  { argument: "0", is: ["ed25519", "ed448", "x25519", "x448"], cost: measured(0.04, "an Ed25519 key") },
  { argument: "0", is: ["ec"], cost: measured(0.8, "a key on P-384") },
  {
    argument: "1.modulusLength",
    of: "RSA of # bits",
    figures: [
      [1024, 7.3],
      [2048, 140],
      [4096, 730],
    ],
    where: { argument: "0", is: "rsa" },
  },
];

export const primes: readonly ArgumentCost[] = [
  {
    argument: "0",
    of: "# bits",
    figures: [
      [256, 1.1],
      [1024, 32],
      [2048, 180],
    ],
  },
];

export const brotliQuality: readonly ArgumentCost[] = [
  {
    argument: "1.params.[BROTLI_PARAM_QUALITY]",
    of: "60 KB at quality #",
    figures: [
      [1, 0.1],
      [4, 0.33],
      [6, 0.79],
      [9, 8.4],
      [10, 21],
      [11, 94],
    ],
    isExponential: true,
  },
];

/** What the row's own cost is for is said by the algorithm; RSA takes longer to sign than an HMAC. */
export const rsaSignature: readonly ArgumentCost[] = [
  { argument: "2.algorithm", is: ["rs256", "rs384", "rs512", "ps256", "ps384", "ps512"], cost: measured(0.94, "RSA") },
];

export const randomByteCount: readonly ArgumentCost[] = [
  {
    argument: "0",
    of: "# bytes",
    figures: [
      [16, 0.002],
      [1024, 0.0026],
      [65_536, 0.019],
      [1_048_576, 0.2],
    ],
  },
];

/** A sleep takes as long as it is told to. @param unit of the argument, in ms */
export function sleeps(argument: string, unit: number): readonly ArgumentCost[] {
  return [
    {
      argument,
      of: "the time it is told",
      figures: [
        [1, unit],
        [1000, 1000 * unit],
      ],
    },
  ];
}
