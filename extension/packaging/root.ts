/** Where the extension's scripts and tests find the repository. */
import { fileURLToPath } from "node:url";

/** The checkout's root directory, without a slash at the end. Seen from `extension/dist/packaging`. */
export const root = fileURLToPath(new URL("../../..", import.meta.url)).replace(/[\\/]$/, "");
