/** Where what is written would really go: links in a project that nobody has looked at may lead anywhere. */
import { lstatSync, readlinkSync, realpathSync } from "node:fs";
import path from "node:path";

/**
 * The file that is written to when this name is, with all links followed.
 *
 * @param workspace directories that are worked on
 * @throws Error with a sentence for a person where the file is not in any of them
 */
export function placeWithin(file: string, workspace: readonly string[]): string {
  const place = realPlace(file);
  if (workspace.some((directory) => isWithin(place, realPlace(directory)))) return place;
  const way = place === path.resolve(file) ? "" : ` leads through a link to ${place}, which`;
  throw new Error(`${file}${way} lies outside of ${workspace.join(" and ")}, and is not written to.`);
}

/**
 * As {@link placeWithin} for a file that a person has named: one that does not even look as if it were in the directory
 * is meant.
 */
export function placeNamed(file: string, directory: string): string {
  return isWithin(path.resolve(file), path.resolve(directory)) ? placeWithin(file, [directory]) : file;
}

/** Also of what is not there yet. Links to what is not there are followed by whoever writes. */
function realPlace(file: string, links = 0): string {
  try {
    return realpathSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || links > MAX_LINKS || file === path.dirname(file))
      throw error;
  }
  const place = path.join(realPlace(path.dirname(file), links + 1), path.basename(file));
  if (lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return place;
  return realPlace(path.resolve(path.dirname(place), readlinkSync(place)), links + 1);
}

/** As many as file systems follow, and some directories that are not there. */
const MAX_LINKS = 100;

function isWithin(file: string, directory: string): boolean {
  const relative = path.relative(directory, file);
  return !path.isAbsolute(relative) && relative !== ".." && !relative.startsWith(`..${path.sep}`);
}
