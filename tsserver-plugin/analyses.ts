/** What one tsserver process knows about what blocks: a background analysis over all its projects. */
import { realpathSync } from "node:fs";
import path from "node:path";
import { type Analysis, failuresIn, type Finding, type Problem } from "@loopguard/engine";
import { withForwardSlashes } from "@loopguard/node-host";
import { type AnalysisBuffer, Defects, type FixAnswer, Supervisor } from "loopguard-language-server/analysis";
import type ts from "typescript";
import type { GivenConfiguration } from "./configuration.js";

const CONFIGURATION_FILE = "loopguard.config.json";
/** How often a file is looked at where the system cannot watch it, in ms. */
const POLLING_INTERVAL = 2000;

/** A project of tsserver's, as it was last told to the analysis. */
interface KnownProject {
  readonly root: Root;
  /** tsserver's own count of the project's changes. */
  version: string | undefined;
  /** By the analysis's name. */
  readonly files: Map<string, KnownFile>;
  /** Of its configuration file of ours, which is no file of the project. */
  readonly watcher: ts.FileWatcher;
}

interface KnownFile {
  readonly version: string;
  /** Of an open file; absent where the disk counts. */
  readonly text?: string;
}

interface Root {
  /** As tsserver names it. */
  readonly named: string;
  /** Where it really lies, which is how the analysis names it. */
  readonly real: string;
}

export class Analyses {
  readonly #projects = new Map<ts.server.Project, KnownProject>();
  #targets: readonly string[] = [];
  #supervisor: Supervisor | undefined;
  #byFile = new Map<string, Finding[]>();
  #problems: readonly Problem[] = [];
  #configured: Analysis["configured"] = {};
  /** Of what was found in open files. tsserver wants its fixes at once, so they are asked for beforehand. */
  #fixes = new Map<Finding, FixAnswer>();
  readonly #attended = new Set<ts.server.Project>();
  readonly #defects = new Defects({
    log: (text) => {
      this.log(text);
    },
    // tsserver has no words for a person but the diagnostics of a file.
    show: () => undefined,
  });
  /** The texts that {@link #byFile} speaks of. */
  #analysed = new Map<string, string>();
  /** What the editor's setting says, which counts more than what tsconfig.json does. */
  #configuration: GivenConfiguration = {};

  get configuration(): GivenConfiguration {
    return this.#configuration;
  }

  configure(configuration: GivenConfiguration): void {
    this.#configuration = configuration;
    this.refresh();
  }

  /** What is known by now of a file; a later result makes the editor ask again. */
  findingsIn(file: string): readonly Finding[] {
    return this.#byFile.get(file) ?? [];
  }

  /** What takes a finding away without changing another file, as far as it is known by now. */
  fixOf(finding: Finding): FixAnswer | undefined {
    return this.#fixes.get(finding);
  }

  /** What the workspace's configuration files say. */
  get configured(): Analysis["configured"] {
    return this.#configured;
  }

  /** What our own defects may have left out of a file, as sentences for a person. */
  defectsIn(file: string): readonly string[] {
    return failuresIn(this.#problems).flatMap((problem) => (problem.file === file ? problem.message : []));
  }

  /** What is wrong with the workspace's configuration files, as sentences for a person. */
  get configurationProblems(): readonly string[] {
    return this.#problems.flatMap(({ message, file = "", line = 1, column = 1 }) =>
      path.posix.basename(file) === CONFIGURATION_FILE ? [`${file}:${line}:${column} ${message}`] : [],
    );
  }

  /** The text that the findings in an open file speak of; undefined where the disk's counts. */
  analysedText(file: string): string | undefined {
    return this.#analysed.get(file);
  }

  /** The analysis's name of one of tsserver's files. */
  fileOf(project: ts.server.Project, named: string): string {
    return renamed(withForwardSlashes(named), this.rootOf(project), "named", "real");
  }

  /** tsserver's name of one of the analysis's files. */
  nameOf(project: ts.server.Project, file: string): string {
    return renamed(file, this.rootOf(project), "real", "named");
  }

  /** Tells the analysis what has changed in a project since it was last told. */
  update(project: ts.server.Project): void {
    this.forgetClosed();
    const known = this.knownProject(project);
    const version = project.getProjectVersion();
    if (known.version === version) return;
    const isFirst = known.version === undefined;
    known.version = version;
    const { buffers, paths } = changesIn(project, known);
    if (isFirst && this.openTargets(buffers)) return;
    if (buffers.length > 0 || paths.length > 0) this.#supervisor?.change(buffers, paths);
  }

  /** @returns whether the analysis was opened anew, which reads everything */
  private openTargets(buffers: readonly AnalysisBuffer[]): boolean {
    const targets = outermost([...this.#projects.values()].map(({ root }) => root.real));
    if (targets.join("\n") === this.#targets.join("\n")) return false;
    this.#targets = targets;
    this.#supervisor ??= new Supervisor({
      onStart: () => undefined,
      onProgress: () => undefined,
      onCancelled: () => undefined,
      onResult: ({ findings, problems, configured }) => {
        this.#byFile = new Map();
        for (const finding of findings) {
          const { file } = finding.location;
          this.#byFile.set(file, [...(this.#byFile.get(file) ?? []), finding]);
        }
        this.#problems = problems;
        this.#defects.tellProblems(problems);
        this.#configured = configured;
        this.#analysed = new Map();
        for (const { files } of this.#projects.values()) {
          for (const [file, { text }] of files) if (text !== undefined) this.#analysed.set(file, text);
        }
        this.refresh();
        void this.askFixes();
      },
      onCrash: (error, again) => {
        const consequence = again ? "It starts again." : "It stays down until the server is restarted.";
        this.log(`the analysis crashed: ${error.stack ?? error.message}. ${consequence}`);
        if (!again) this.#byFile.clear();
      },
    });
    this.#supervisor.change(buffers, []);
    this.#supervisor.open(targets);
    return true;
  }

  /** One after the other: each is there as soon as it is known, and what is edited meanwhile does not wait for all. */
  private async askFixes(): Promise<void> {
    const findings = [...this.#analysed.keys()].flatMap((file) => this.findingsIn(file));
    const fixes = new Map<Finding, FixAnswer>();
    this.#fixes = fixes;
    for (const finding of findings) {
      const { identity, location } = finding;
      const { file, start, end } = location;
      const question = { fix: "local", finding: { identity, file, start, end } } as const;
      const [answer] = (await this.#supervisor?.fixes([question])) ?? [];
      // Another analysis has found other things.
      if (this.#fixes !== fixes) return;
      if (answer) fixes.set(finding, answer);
    }
  }

  private knownProject(project: ts.server.Project): KnownProject {
    const found = this.#projects.get(project);
    if (found) return found;
    const root = rootOf(project);
    const configurationFile = root.real + CONFIGURATION_FILE;
    const changed = (): void => {
      this.#supervisor?.change([], [configurationFile]);
    };
    const watcher = project.projectService.host.watchFile(configurationFile, changed, POLLING_INTERVAL);
    const known: KnownProject = { root, version: undefined, files: new Map(), watcher };
    this.#projects.set(project, known);
    return known;
  }

  private rootOf(project: ts.server.Project): Root {
    return this.#projects.get(project)?.root ?? rootOf(project);
  }

  private forgetClosed(): void {
    for (const [project, { watcher }] of this.#projects) {
      if (!project.isClosed()) continue;
      watcher.close();
      this.#projects.delete(project);
    }
  }

  /** Makes the editor ask for the project's diagnostics again when they may be others, be it not analysed yet. */
  attend(project: ts.server.Project): void {
    this.#attended.add(project);
  }

  /** The editor asks for diagnostics again. */
  private refresh(): void {
    for (const project of this.#attended) {
      if (project.isClosed()) {
        this.#attended.delete(project);
        continue;
      }
      // One event is for all projects of the server.
      project.refreshDiagnostics();
      return;
    }
  }

  private log(message: string): void {
    const [project] = this.#projects.keys();
    project?.projectService.logger.info(`typescript-plugin-loopguard: ${message}`);
  }
}

function changesIn(
  project: ts.server.Project,
  { root, files }: KnownProject,
): { readonly buffers: AnalysisBuffer[]; readonly paths: string[] } {
  const buffers: AnalysisBuffer[] = [];
  const paths: string[] = [];
  const isFirst = files.size === 0;
  const present = new Set<string>();
  for (const script of project.getScriptInfos()) {
    const name: string = script.fileName;
    if (!name.startsWith(root.named) || name.includes("/node_modules/")) continue;
    const file = renamed(name, root, "named", "real");
    present.add(file);
    const before = files.get(file);
    const version = script.getLatestVersion();
    if (before?.version === version && (before.text !== undefined) === script.isScriptOpen()) continue;
    if (script.isScriptOpen()) {
      const snapshot = script.getSnapshot();
      const text = snapshot.getText(0, snapshot.getLength());
      files.set(file, { version, text });
      buffers.push({ path: file, text });
    } else {
      files.set(file, { version });
      if (before?.text !== undefined) buffers.push({ path: file });
      else if (!isFirst) paths.push(file);
    }
  }
  for (const [file, { text }] of files) {
    if (present.has(file)) continue;
    files.delete(file);
    if (text !== undefined) buffers.push({ path: file });
    paths.push(file);
  }
  return { buffers, paths };
}

/** Where the project's configuration lies, or where it runs when it has none. */
function rootOf(project: ts.server.Project): Root {
  const configuration = project.getProjectName();
  const isConfigured = path.isAbsolute(configuration) && configuration.endsWith(".json");
  const named = withForwardSlashes(isConfigured ? path.dirname(configuration) : project.getCurrentDirectory());
  let real = named;
  try {
    real = withForwardSlashes(realpathSync.native(named));
  } catch {
    // It was removed while it was open: the name it had is as good as any.
  }
  return { named: `${named}/`, real: `${real}/` };
}

function renamed(file: string, root: Root, from: "named" | "real", to: "named" | "real"): string {
  return file.startsWith(root[from]) ? root[to] + file.slice(root[from].length) : file;
}

/** A directory inside another one needs no mention of its own. */
function outermost(directories: readonly string[]): readonly string[] {
  const sorted = [...new Set(directories)].sort();
  return sorted
    .filter((directory) => !sorted.some((other) => other !== directory && directory.startsWith(other)))
    .map((directory) => directory.slice(0, -1));
}
