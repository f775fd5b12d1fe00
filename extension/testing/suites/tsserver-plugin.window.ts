/** What a person sees who has Loopguard's plugin for tsserver in tsconfig.json as well. */
import { runMocha } from "./run-mocha.js";

export const run = (): Promise<void> =>
  runMocha(async () => {
    await import("./tsserver-plugin.js");
  });
