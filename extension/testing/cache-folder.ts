/** Where the editors for the tests are kept between runs: outside the repository. */
import { homedir } from "node:os";
import path from "node:path";

/** An absolute path; the folder need not be there yet. */
export function cacheFolder(): string {
  return path.join(process.env["XDG_CACHE_HOME"] ?? path.join(homedir(), ".cache"), "loopguard-vscode");
}
