/** One project that takes one bad text after the other, and everything that the engine can do with it. */
import assert from "node:assert/strict";
import {
  analyse,
  type Analysis,
  fixAll,
  FIX_LEVELS,
  LiveAnalysis,
  openApiDocument,
  type Project,
  type ProjectHost,
} from "@loopguard/engine";
import { LiveProject } from "@loopguard/engine/typescript";
import { LIBRARY } from "../check-fixtures.js";
import { memoryHost } from "../memory-host.js";

/** By the names in {@link SLOTS}; the others are empty. */
export type Texts = Readonly<Record<string, string>>;

/** A file for each way in which sources are read. */
export const SLOTS = ["input.ts", "input.tsx", "input.js", "input.mts", "other.ts"] as const;

/** Each finding is fixed for itself: more of the same say nothing new. */
const MAX_FIXED = 20;

const SETTINGS = {
  "tsconfig.json": JSON.stringify({
    compilerOptions: {
      lib: ["es5"],
      types: [],
      module: "esnext",
      moduleResolution: "bundler",
      jsx: "preserve",
      allowJs: true,
    },
  }),
  "package.json": JSON.stringify({ name: "fuzzed", version: "1.0.0" }),
};

export class Session {
  readonly #texts = new Map<string, string>();
  readonly #host: ProjectHost;
  readonly #live: LiveProject;
  /** Opened anew for each comparison, but for the trees of texts that are the same: the language's library, mostly. */
  readonly #anew: LiveProject;
  readonly #analysis = new LiveAnalysis();

  constructor() {
    for (const [name, text] of Object.entries(SETTINGS)) this.#texts.set(`/project/${name}`, text);
    for (const name of SLOTS) this.#texts.set(`/project/${name}`, "export {};\n");
    this.#host = memoryHost(this.#texts, [LIBRARY]);
    this.#live = new LiveProject(this.#host, ["/project"]);
    this.#anew = new LiveProject(this.#host, ["/project"]);
  }

  /**
   * Takes the texts in, analyses, fixes and describes.
   *
   * @param isCompared whether a project that is opened anew must say the same
   * @throws what must never be thrown
   */
  take(texts: Texts, isCompared: boolean): void {
    for (const name of SLOTS) this.#texts.set(`/project/${name}`, texts[name] ?? "export {};\n");
    const project = this.#live.update(SLOTS.map((name) => `/project/${name}`));
    const analysis = this.analyse(project);
    for (const level of FIX_LEVELS) fixAll(project, analysis.findings.slice(0, MAX_FIXED), level);
    openApiDocument(project, analysis.routes, { info: { title: "fuzzed", version: "1.0.0" } });
    if (isCompared) assert.deepEqual(told(analysis), told(analyse(this.#anew.cover(["/project"]))));
  }

  private analyse(project: Project): Analysis {
    const process = this.#analysis.of(project, this.#live.difference);
    let step = process.next();
    while (step.done !== true) step = process.next(project.oracle.ask(step.value));
    return step.value;
  }
}

function told({ findings, routes, unusedSuppressions, problems }: Analysis): object {
  return { findings, routes, unusedSuppressions, problems: problems.map((each) => JSON.stringify(each)).sort() };
}
