/** What a person sees in a window with two folders. */
import { runMocha } from "./run-mocha.js";

export const run = (): Promise<void> => runMocha(() => import("./several-folders.js"));
