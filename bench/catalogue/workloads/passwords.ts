/** Passwords, tokens and keys. */
import type { Loaded, Same, Workloads } from "../workload.js";

const PASSWORD = "correct horse battery staple";
const BCRYPT = /^\$2[aby]\$\d\d\$.{53}$/u;
/** bcrypt's work doubles with each step of its cost factor: a size is the number of rounds. */
const ROUNDS = [64, 256, 1024];
const factor = (rounds: number): string => `cost factor ${String(Math.log2(rounds))}`;

/** Every hash has a salt of its own: the twin's is as good when it verifies. */
const verifiedBy =
  (verify: (hash: string) => unknown): Same =>
  async (called: string, twin: string) =>
    Boolean(await verify(called)) && Boolean(await verify(twin));

export const passwords: Workloads = {
  bcryptjs: {
    install: ["bcryptjs", "bcrypt"],
    rows: {
      hashSync: {
        sizes: ROUNDS,
        of: factor,
        call: (bcryptjs, rounds) => () => bcryptjs.hashSync(PASSWORD, Math.log2(rounds)),
        twin: async (_, rounds, { load }) => {
          const bcrypt: Loaded = await load("bcrypt");
          return () => bcrypt.hash(PASSWORD, Math.log2(rounds));
        },
        same: verifiedBy((hash) => BCRYPT.test(hash)),
      },
    },
  },
};
