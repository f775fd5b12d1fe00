/** What a person sees in a window with one folder. */
import { runMocha } from "./run-mocha.js";

export const run = (): Promise<void> =>
  runMocha(async () => {
    await import("./disk.js");
    await import("./diagnostics.js");
    await import("./in-the-editor.js");
    await import("./routes.js");
    await import("./status.js");
    await import("./commands.js");
    await import("./documents.js");
    await import("./settings.js");
    await import("./restart.js");
  });
