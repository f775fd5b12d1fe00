/** What a person sees in a window with one folder. */
import { runMocha } from "./run-mocha.js";

export const run = (): Promise<void> =>
  runMocha(async () => {
    await import("./diagnostics.js");
  });
