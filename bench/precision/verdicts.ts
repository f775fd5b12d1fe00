/** The verdicts as data: what a person who read the source thinks of each finding on a public server. */
import { readFileSync, readdirSync } from "node:fs";

import type { Snapshot } from "../real-cases/cases.js";

/** `true`: the event loop really waits for it while serving. `false`: it does not. `unclear`: people may differ. */
export type Verdict = "true" | "false" | "unclear";

/** Findings at one place: where several calls of a name share a line, the verdict is about all of them. */
export interface JudgedFinding {
  /** Path from the repository's root, with forward slashes. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** As the finding names it: `fs.readFileSync`. */
  readonly callee: string;
  readonly verdict: Verdict;
  /** What was read in the code to come to the verdict. */
  readonly reason: string;
}

/** A public server of which every certain and probable finding was read. */
export interface JudgedRepository extends Snapshot {
  /** Only the findings of these rules were read; of all where it is absent. */
  readonly rules?: readonly string[];
  /** What it is written with. */
  readonly frameworks: readonly string[];
  readonly verdicts: readonly JudgedFinding[];
}

const FOLDER = new URL("../../precision/verdicts/", import.meta.url);

/**
 * The judged repositories, in order of their names.
 *
 * @param chosen names or `owner/name`s; all when empty
 * @throws with a sentence for a person when there is no such repository
 */
export function judgedRepositories(chosen: readonly string[] = []): readonly JudgedRepository[] {
  const all = readdirSync(FOLDER)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")) as JudgedRepository);
  const isNamed = ({ repository }: JudgedRepository, name: string): boolean =>
    repository === name || repository.endsWith(`/${name}`);
  const unknown = chosen.find((name) => !all.some((repository) => isNamed(repository, name)));
  if (unknown !== undefined) {
    throw new Error(
      `there are no verdicts on ${unknown}, only on ${all.map(({ repository }) => repository).join(", ")}`,
    );
  }
  return chosen.length === 0 ? all : all.filter((repository) => chosen.some((name) => isNamed(repository, name)));
}
