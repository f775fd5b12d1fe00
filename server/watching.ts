/** Files and directories that change on the disk: which of them matter, and a watcher for clients that have none. */
import path from "node:path";
import { withForwardSlashes } from "@loopguard/node-host";
import { watch, type FSWatcher } from "chokidar";

const SOURCE_FILE = /\.[cm]?[jt]sx?$/u;
/** They decide which files there are, and how names resolve. */
const DECISIVE_FILE =
  /^(?:package\.json|[jt]sconfig(?:\.[\w-]+)*\.json|loopguard\.config\.json|\.gitignore|package-lock\.json|pnpm-lock\.yaml|yarn\.lock)$/u;
/** One event can be the first of hundreds: another branch was checked out. In ms. */
const QUIET_TIME = 100;

/** Whether a change on the disk can matter to the analysis. A name without an extension may be a directory's. */
export function isOfInterest(file: string): boolean {
  if (/\/(?:node_modules|\.git)(?:\/|$)/u.test(file)) return false;
  const name = path.posix.basename(file);
  return SOURCE_FILE.test(name) || DECISIVE_FILE.test(name) || path.posix.extname(name) === "";
}

/** Watches folders until it is closed. */
export class FolderWatcher {
  readonly #onChange: (paths: readonly string[]) => void;
  readonly #changed = new Set<string>();
  #watcher: FSWatcher | undefined;
  #timer: NodeJS.Timeout | undefined;

  /** @param onChange is told of files and directories (absolute, forward slashes) when it has been quiet for a moment */
  constructor(onChange: (paths: readonly string[]) => void) {
    this.#onChange = onChange;
  }

  /** @returns when changes from now on are seen */
  async watch(folders: readonly string[]): Promise<void> {
    await this.close();
    const watcher = watch([...folders], {
      ignoreInitial: true,
      ignored: (file, stats) =>
        (stats?.isFile() === true && !isOfInterest(withForwardSlashes(file))) || isUnwatched(file),
    });
    this.#watcher = watcher;
    watcher.on("all", (_, file) => {
      const changed = withForwardSlashes(file);
      if (isOfInterest(changed)) this.collect(changed);
    });
    // A folder that cannot be watched is analysed all the same.
    watcher.on("error", () => undefined);
    await new Promise<void>((resolve) => {
      watcher.on("ready", resolve);
    });
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#changed.clear();
    await this.#watcher?.close();
    this.#watcher = undefined;
  }

  private collect(file: string): void {
    this.#changed.add(file);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const changed = [...this.#changed];
      this.#changed.clear();
      this.#onChange(changed);
    }, QUIET_TIME);
  }
}

function isUnwatched(file: string): boolean {
  return /[/\\](?:node_modules|\.git)$/u.test(file);
}
