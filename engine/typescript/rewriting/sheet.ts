/** A file that is being rewritten: what all its rewrites share. */
import type ts from "typescript";
import type { TypeScript } from "../declaration.js";
import type { Offloads } from "../offloading/offloads.js";
import type { Imports } from "./imports.js";

export interface Sheet {
  readonly typescript: TypeScript;
  readonly file: ts.SourceFile;
  readonly imports: Imports;
  /** Absent where a text is rewritten by itself. */
  readonly checker?: ts.TypeChecker;
  /** Which version of a package the file may import, as its manifest has it; undefined where it is no dependency. */
  readonly versionOf?: (name: string) => string | undefined;
  /** Absent where no other files can be written. */
  readonly offloads?: Offloads;
  /** Functions to be written at the end of the file, by name. */
  readonly endings: Map<string, string>;
  /** Calls that became part of another one's fix, each with a new name that it brought in, if any. */
  readonly merged: Map<ts.Node, string>;
  /** Loops that let others run by the same request, each with the name of what counts its rounds. */
  readonly pauses: Map<ts.Node, string>;
  /** The functions that become asynchronous by the same request. */
  readonly asynchronous: ReadonlySet<ts.Node>;
}
