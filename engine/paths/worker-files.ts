/** Files that run on a worker thread or in a child process. */
import { canonicalModule } from "../catalogue/builtins.js";
import type { Framework } from "../entrypoints/framework.js";
import type { SourceFile } from "./graph.js";
import type { Search } from "./search.js";

export class WorkerFiles {
  readonly #search: Search;
  readonly files: Set<SourceFile>;

  constructor(search: Search) {
    this.#search = search;
    const { index, knowledge } = search;
    this.files = new Set(
      index.files.filter((file) => usesWorkerMarkers(file, knowledge.frameworks) && !search.guards.tellsPlaces(file)),
    );
  }

  /** Files that are only named to what starts workers: `new Piscina({ filename: "render.js" })`. */
  seed(): void {
    const offloading = this.#search.knowledge.frameworks.flatMap(({ modules, registrations = [] }) =>
      registrations
        .filter(({ effect }) => effect === "offload")
        .flatMap(({ members }) => members.map((member) => ({ modules, name: member.replace(/^new /u, "") }))),
    );
    const names = new Set(offloading.map(({ name }) => name));
    // What is a module itself has whatever name it is imported under.
    const unnamed = new Set(offloading.flatMap(({ modules, name }) => (name === "default" ? modules : [])));
    const { node } = this.#search.values.node("workers", {});
    for (const file of this.#search.index.files) {
      const isAnyName = this.#search.index.imports(file, unnamed);
      for (const call of file.facts.calls) {
        const mention = call.callee === undefined ? undefined : file.facts.mentions[call.callee];
        if (
          !mention ||
          (!isAnyName && !names.has(mention.name) && call.isNew !== true) ||
          this.#search.index.filesNamedBy(file, call).length === 0
        )
          continue;
        this.#search.inquiry.add(node, (isForced) => {
          const callee = this.#search.parameters.calleeReferences(file, call, isForced, node);
          if (!callee) return false;
          const isOffload = callee.some(
            (reference) =>
              reference.is === "external" && this.#search.knowledge.recogniser.offloadsFiles(reference, call),
          );
          if (isOffload) for (const worker of this.#search.index.filesNamedBy(file, call)) this.files.add(worker);
          return true;
        });
      }
    }
  }
}

/** Whether the file uses what only code on a worker thread does. */
function usesWorkerMarkers(file: SourceFile, frameworks: readonly Framework[]): boolean {
  const imported = new Set(file.facts.modules.map(canonicalModule));
  return frameworks.some(
    ({ modules, workerMarkers = [] }) =>
      workerMarkers.length > 0 &&
      modules.some((module) => imported.has(module)) &&
      file.facts.mentions.some(({ name }) => workerMarkers.includes(name)),
  );
}
