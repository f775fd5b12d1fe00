/** Writes files: never elsewhere than where their names say, and of several all or none. */
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { placeWithin } from "./links.js";

export interface Replacement {
  readonly file: string;
  /** What was read, and is expected to be there still; absent where there is no such file yet. */
  readonly before?: string;
  readonly after: string;
}

interface Prepared {
  /** Where a symbolic link leads to, within the workspace. */
  readonly target: string;
  readonly temporary: string;
  /** What was there; absent where nothing was. */
  readonly old?: { readonly bytes: Buffer; readonly mode: number };
}

/**
 * Writes every new text beside its file first, and only then puts them in place, one rename each. When one of these
 * fails, those before it are put back.
 *
 * @param workspace directories that links must not lead out of; what is named is in one of them
 * @param rename puts a file in the place of another one
 * @throws Error with a sentence for a person; the files are then as they were
 */
export function replaceFiles(
  replacements: readonly Replacement[],
  workspace: readonly string[],
  rename: (from: string, to: string) => void = renameSync,
): void {
  const prepared: Prepared[] = [];
  const placed: Prepared[] = [];
  try {
    for (const replacement of replacements) prepared.push(prepare(replacement, workspace));
    for (const each of prepared) {
      rename(each.temporary, each.target);
      placed.push(each);
    }
  } catch (error) {
    for (const { temporary } of prepared) rmSync(temporary, { force: true });
    for (const each of placed) putBack(each);
    throw error;
  }
}

function prepare({ file, before, after }: Replacement, workspace: readonly string[]): Prepared {
  const target = placeWithin(file, workspace);
  if (before === undefined) return prepareNew(file, target, after);
  const bytes = readFileSync(target);
  const mark = bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : NOTHING;
  if (!bytes.equals(Buffer.concat([mark, Buffer.from(before)]))) {
    throw new Error(`${file} was changed meanwhile, or is not encoded in UTF-8.`);
  }
  const { mode } = statSync(target);
  return { target, old: { bytes, mode }, temporary: beside(target, Buffer.concat([mark, Buffer.from(after)]), mode) };
}

function prepareNew(file: string, target: string, text: string): Prepared {
  if (existsSync(target)) throw new Error(`${file} was created meanwhile.`);
  return { target, temporary: beside(target, Buffer.from(text)) };
}

function putBack({ target, old }: Prepared): void {
  if (old) renameSync(beside(target, old.bytes, old.mode), target);
  else rmSync(target, { force: true });
}

/** Within one directory a rename replaces a file in one step. */
function beside(target: string, bytes: Buffer, mode?: number): string {
  const name = `.${path.basename(target)}.loopguard-${String(process.pid)}`;
  const temporary = path.join(path.dirname(target), name);
  writeFileSync(temporary, bytes, { flag: "wx" });
  // As it was, whatever the mask for new files takes away.
  if (mode !== undefined) chmodSync(temporary, mode);
  return temporary;
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const NOTHING = Buffer.alloc(0);
