/** A file on a slow disk: a named pipe, whose content comes some time after it was opened. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { renameSync } from "node:fs";

/** How long whoever opens the file waits for its content, in seconds. */
const DELAY = 0.15;

/**
 * Each reader gets a pipe of its own: the next one is in place before the content is written, so nobody reads it twice.
 * The shell opens the pipe for writing before the body runs, and waits there for a reader.
 */
const FEED = `
while :; do
  { mkfifo "$1.next" && mv "$1.next" "$1" && sleep ${DELAY} && cat "$2"; } > "$1" || exit
done`;

/**
 * Puts a slow file in the place of an ordinary one, with the same content.
 *
 * @returns the process that provides the content; kill it to be done with the file
 */
export function makeSlow(file: string): ChildProcess {
  const content = `${file}.content`;
  renameSync(file, content);
  execFileSync("mkfifo", [file]);
  return spawn("sh", ["-c", FEED, "sh", file, content], { stdio: "ignore" });
}
