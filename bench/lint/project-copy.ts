/** A project beside itself, that can be edited while it is measured. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export interface ProjectCopy {
  readonly directory: string;
  /** Adds a statement to a function in one file, another one each time. */
  edit(): void;
  remove(): void;
}

/** @param sources paths of files to edit, relative to the folder */
export function copyOfProject(folder: string, sources: readonly string[]): ProjectCopy {
  const directory = mkdtempSync(path.join(tmpdir(), "loopguard-lint-"));
  cpSync(folder, directory, {
    recursive: true,
    filter(from, to) {
      const name = path.basename(from);
      // What is installed is not edited.
      if (name === "node_modules") symlinkSync(from, to, "junction");
      return name !== "node_modules" && name !== ".git";
    },
  });
  const editable = sources.filter((file) => RETURN.test(readFileSync(path.join(directory, file), "utf8")));
  let edits = 0;
  return {
    directory,
    edit() {
      edits++;
      const file = path.join(directory, editable[Math.floor((editable.length * edits) / (edits + 1))] ?? "");
      writeFileSync(file, readFileSync(file, "utf8").replace(RETURN, `$1const edited${edits} = ${edits};\n$&`));
    },
    remove() {
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The last statement of some function. */
const RETURN = /^( +)return .*;$/mu;
