/** All that can be fixed in the directory of a server. */
import path from "node:path";
import {
  analyse,
  applyEdits,
  fixAll,
  type FixLevel,
  isOffloadable,
  presets,
  type ProjectHost,
  selectFindings,
} from "@loopguard/engine";
import { openProject } from "@loopguard/engine/typescript";
import { mountedInPlace } from "../check-fixtures.js";
import { memoryHost } from "../memory-host.js";
import type { ServerFixture } from "./requests.js";

const REPOSITORY = path.resolve(import.meta.dirname, "../../..");

/** In the order in which they are tried: what changes least comes first. */
const LEVELS: readonly FixLevel[] = ["local", "transitive", "offload"];

/** What is built by a program of its own is bundled, and a worker file would have to be told to it by a person. */
const LEVELS_OF_BUNDLED: readonly FixLevel[] = ["local", "transitive"];

/** More than any chain of fixes needs. */
const MAX_ROUNDS = 8;

export interface FixedTexts {
  /** By absolute path: the files that change. */
  readonly texts: ReadonlyMap<string, string>;
  readonly fixed: number;
  readonly refused: readonly { readonly place: string; readonly callee: string; readonly reason: string }[];
}

/** Fixes all that can be fixed in a server's directory, which stays as it is. */
export function fixedTexts({ directory, build }: Pick<ServerFixture, "directory" | "build">): FixedTexts {
  const levels = build === undefined ? LEVELS : LEVELS_OF_BUNDLED;
  const root = directory.replaceAll("\\", "/");
  const texts = new Map<string, string>();
  const host = withTexts(memoryHost(new Map(), [mountedInPlace(REPOSITORY)]), texts);
  let fixed = 0;
  for (let round = 0; ; round++) {
    const project = openProject(host, [root]);
    const findings = selectFindings(analyse(project), { ...presets.strict, confidence: "possible", minCost: 0 });
    const refused = new Map<string, FixedTexts["refused"][number]>();
    let isChanged = false;
    for (const level of levels) {
      const combined = fixAll(project, level === "offload" ? findings.filter(isOffloadable) : findings, level);
      for (const { finding, refusal } of combined.refused) {
        const { location, callee } = finding;
        const place = `${path.posix.relative(root, location.file)}:${String(location.line)}`;
        refused.set(`${place}:${String(location.column)}`, { place, callee, reason: refusal.reason });
      }
      if (combined.files.length === 0) continue;
      for (const { file, edits, isNew = false } of combined.files) {
        texts.set(file, applyEdits(isNew ? "" : (host.readFile(file) ?? ""), edits));
      }
      fixed += combined.fixed.length;
      isChanged = true;
      break;
    }
    if (!isChanged || round === MAX_ROUNDS) return { texts, fixed, refused: [...refused.values()] };
  }
}

function withTexts(host: ProjectHost, texts: ReadonlyMap<string, string>): ProjectHost {
  return {
    ...host,
    readFile: (file) => texts.get(file) ?? host.readFile(file),
    fileSize: (file) => texts.get(file)?.length ?? host.fileSize(file),
    fileExists: (file) => texts.has(file) || host.fileExists(file),
    listDirectory(directory) {
      const { files, directories } = host.listDirectory(directory);
      const own = [...texts.keys()].filter((file) => path.posix.dirname(file) === directory);
      return { directories, files: [...new Set([...files, ...own.map((file) => path.posix.basename(file))])] };
    },
  };
}
