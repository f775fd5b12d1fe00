/** What a person sees in a folder that is not trusted. */
import { runMocha } from "./run-mocha.js";

export const run = (): Promise<void> => runMocha(() => import("./restricted-mode.js"));
