/** The format of a fixture: source files in one text, with markers under the blocking calls. */

/** One fixture: a small project, and what is expected of it. */
export interface Fixture {
  /** `area/case.ts`, as it lies under `snippets/`. */
  readonly name: string;
  readonly files: readonly FixtureFile[];
  /** Says of itself that nothing in it blocks the loop. */
  readonly isValid: boolean;
  /** Runs in one mode alone, for a reason. */
  readonly only?: Mode;
  /** Brings its own `package.json` or `tsconfig.json`, so it has to be a project of its own. */
  readonly isProject: boolean;
}

/** `typed`: dependencies are installed, so everything has types. `untyped`: nothing is installed. */
export type Mode = "typed" | "untyped";

export interface FixtureFile {
  /** Relative to the fixture's directory. */
  readonly name: string;
  readonly text: string;
  readonly markers: readonly Marker[];
}

/** What is said about a span of one line: `no-sync-io definite: GET /users → loadUsers → fs.readFileSync`, or `startup`. */
export interface Marker {
  /** 1-based. */
  readonly line: number;
  /** 1-based; the span ends before `endColumn`. A call over several lines ends with its first line. */
  readonly column: number;
  readonly endColumn: number;
  readonly says: string;
}

const MARKER = /^(?<indent>\s*\/\/\s*)(?<start><?)(?<carets>\^+)\s+(?<says>\S.*?)\s*$/;
const SECTION = /^\/\/ @filename: (?<name>\S+)\s*$/;
const ONLY = /^\/\/ @only: (?<mode>typed|untyped) \S.*$/m;

/**
 * Reads a fixture.
 *
 * @param name its path under `snippets/`, with forward slashes
 * @throws Error when it has neither markers nor `// @valid`, or both
 */
export function parseFixture(name: string, text: string): Fixture {
  const files = sections(name, text).map((section) => ({ ...section, markers: findMarkers(section.text) }));
  const isValid = /^\/\/ @valid\b/.test(text);
  const hasFindings = files.some((file) => file.markers.some(({ says }) => says.startsWith("no-")));
  if (isValid && hasFindings) throw new Error(`${name} is marked @valid and expects findings.`);
  if (!isValid && !files.some((file) => file.markers.length > 0)) {
    throw new Error(`${name} expects nothing: mark its blocking calls, or say // @valid on the first line.`);
  }
  const only = ONLY.exec(text)?.groups?.["mode"] as Mode | undefined;
  return {
    name,
    files,
    isValid,
    isProject: files.some((file) => file.name.endsWith(".json")),
    ...(only && { only }),
  };
}

/** The file's source with these markers, and no others, under its lines. */
export function withMarkers(file: FixtureFile, markers: readonly Marker[]): string {
  return file.text
    .split("\n")
    .flatMap((text, index) => {
      if (MARKER.test(text)) return [];
      const below = markers
        .filter(({ line }) => line === index + 1)
        .sort((a, b) => a.column - b.column || a.says.localeCompare(b.says));
      return [text, ...below.map((marker) => writeMarker(marker))];
    })
    .join("\n");
}

/** The end of a span that may go on after its line: markers cover one line. */
export function endOfLine(file: FixtureFile, line: number): number {
  return (file.text.split("\n")[line - 1] ?? "").trimEnd().length + 1;
}

function sections(name: string, text: string): { name: string; text: string }[] {
  const files: { name: string; lines: string[] }[] = [];
  let current = { name: name.slice(name.lastIndexOf("/") + 1), lines: [] as string[] };
  for (const line of text.split("\n")) {
    const section = SECTION.exec(line)?.groups?.["name"];
    if (section === undefined) {
      current.lines.push(line);
    } else {
      files.push(current);
      current = { name: section, lines: [] };
    }
  }
  files.push(current);
  // Before the first section there are often only directives.
  return files
    .filter(
      ({ lines }, index) =>
        index > 0 || files.length === 1 || lines.some((line) => line.trim() !== "" && !line.startsWith("//")),
    )
    .map((file) => ({ name: file.name, text: file.lines.join("\n") }));
}

/** Markers speak of the nearest line above that is no marker itself. */
function findMarkers(text: string): Marker[] {
  const markers: Marker[] = [];
  let marked = 0;
  for (const [index, line] of text.split("\n").entries()) {
    const found = MARKER.exec(line)?.groups;
    if (found === undefined) {
      marked = index + 1;
      continue;
    }
    const { indent = "", start = "", carets = "", says = "" } = found;
    const column = indent.length + start.length + 1;
    // `//<^^^` starts with the line, where the slashes leave no room for carets.
    markers.push({ line: marked, column: start === "" ? column : 1, endColumn: column + carets.length, says });
  }
  return markers;
}

function writeMarker({ column, endColumn, says }: Marker): string {
  if (column <= 2) return `//<${"^".repeat(Math.max(endColumn - 4, 1))} ${says}`;
  return `//${" ".repeat(column - 3)}${"^".repeat(Math.max(endColumn - column, 1))} ${says}`;
}
