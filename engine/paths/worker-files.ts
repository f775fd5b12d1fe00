/** Files that run on a worker thread or in a child process. */
import { canonicalModule } from "../catalogue/builtins.js";
import type { Framework } from "../entrypoints/framework.js";
import type { CallFact } from "../facts/facts.js";
import type { SourceFile } from "./graph.js";
import type { Search } from "./search.js";
import type { Node } from "./value-node.js";

export class WorkerFiles {
  readonly #search: Search;
  /** Those that run in browsers: whatever is registered there, no server waits on it. */
  readonly handedOut: ReadonlySet<SourceFile>;
  readonly files: Set<SourceFile>;

  constructor(search: Search) {
    this.#search = search;
    const { index, knowledge } = search;
    this.handedOut = new Set(index.files.filter((file) => isHandedOut(file, index.directory, knowledge.frameworks)));
    this.files = new Set(
      index.files.filter(
        (file) =>
          (usesWorkerMarkers(file, knowledge.frameworks) && !search.guards.tellsPlaces(file)) ||
          this.handedOut.has(file),
      ),
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
    const properties = new Set(
      this.#search.knowledge.frameworks
        .flatMap(({ registrations = [] }) => registrations.filter(({ effect }) => effect === "offload"))
        .flatMap(({ handlers = [] }) => handlers.flatMap((handler) => handler.property ?? [])),
    );
    const handing: Handing = { names, properties };
    const wrappers = new Set(this.#search.index.files.flatMap((file) => wrappersIn(file, handing)));
    for (const file of this.#search.index.files) {
      const isAnyName = this.#search.index.imports(file, unnamed);
      for (const call of file.facts.calls) {
        const mention = call.callee === undefined ? undefined : file.facts.mentions[call.callee];
        if (
          !mention ||
          (!isAnyName && !names.has(mention.name) && !wrappers.has(mention.name) && call.isNew !== true) ||
          this.#search.index.filesNamedBy(file, call).length === 0
        )
          continue;
        this.#search.inquiry.add(node, (isForced) => {
          const isOffload = this.offloads(file, call, handing, isForced, node);
          if (isOffload === undefined) return false;
          if (isOffload) for (const worker of this.#search.index.filesNamedBy(file, call)) this.files.add(worker);
          return true;
        });
      }
    }
  }

  /**
   * Whether a call starts a file on a worker: by what a framework offers, or by the project's own function around that.
   *
   * @returns undefined while answers are outstanding
   */
  private offloads(
    file: SourceFile,
    call: CallFact,
    handing: Handing,
    isForced: boolean,
    node: Node,
  ): boolean | undefined {
    const { parameters, knowledge, index } = this.#search;
    const callee = parameters.calleeReferences(file, call, isForced, node);
    if (!callee) return undefined;
    if (callee.some((each) => each.is === "external" && knowledge.recogniser.offloadsFiles(each, call))) return true;
    for (const reference of callee) {
      const wrapper = reference.is === "declared" ? index.functionAt(reference.at) : undefined;
      for (const inner of wrapper?.file.facts.calls ?? []) {
        if (!wrapper || !handsFileOn(wrapper.file, inner, handing) || inner.function !== wrapper.function) continue;
        const offloading = parameters.calleeReferences(wrapper.file, inner, isForced, node);
        if (!offloading) return undefined;
        if (offloading.some((each) => each.is === "external" && knowledge.recogniser.offloadsFiles(each, inner))) {
          return true;
        }
      }
    }
    return false;
  }
}

/** How calls are given the file to start: what they may be called, and the properties that hold the file's name. */
interface Handing {
  readonly names: ReadonlySet<string>;
  readonly properties: ReadonlySet<string>;
}

/** The names of functions that may start the file that they are given: `pool.run(task, { filename })` is made in them. */
function wrappersIn(file: SourceFile, handing: Handing): string[] {
  return file.facts.calls.flatMap((call) => {
    const { name, parameters } = file.facts.functions[call.function] ?? {};
    return name !== undefined && parameters && parameters.length > 0 && handsFileOn(file, call, handing) ? [name] : [];
  });
}

/** Whether a call could start a file that it names by a variable. */
function handsFileOn(file: SourceFile, call: CallFact, { names, properties }: Handing): boolean {
  const mention = call.callee === undefined ? undefined : file.facts.mentions[call.callee];
  const isNamed = call.arguments.some(
    (argument) =>
      argument.is === "object" &&
      argument.properties.some(({ name, value }) => properties.has(name) && value.is === "mention"),
  );
  return isNamed && mention !== undefined && names.has(mention.name);
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

/** Whether the file lies where servers hand files out, and uses what only browsers have. */
function isHandedOut({ path, facts }: SourceFile, directory: string, frameworks: readonly Framework[]): boolean {
  const folders = path.slice(directory.length).split("/").slice(0, -1);
  return frameworks.some(({ handedOut }) => {
    if (!handedOut?.folders.some((name) => folders.includes(name))) return false;
    const declared = new Set(facts.mentions.flatMap(({ site }) => (site.to === "variable" ? [site.name] : [])));
    return facts.mentions.some(
      ({ name, isMember, module, site }) =>
        handedOut.globals.includes(name) &&
        isMember !== true &&
        module === undefined &&
        !declared.has(name) &&
        (site.to === "receiver" || site.to === "callee" || site.to === "argument"),
    );
  });
}
