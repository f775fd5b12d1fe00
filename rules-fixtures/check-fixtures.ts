/** Analyses fixtures and tells what was found, in the fixtures' own notation. */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Analysis, analyse, type Finding, type ProjectHost } from "@loopguard/engine";
import { openProject } from "@loopguard/engine/typescript";
import { endOfLine, type Fixture, type FixtureFile, type Marker, type Mode, withMarkers } from "./fixture.js";
import { memoryHost, type Mount } from "./memory-host.js";

const ROOT = "/project";

/** What is installed in this repository, beside the project. */
export const INSTALLED: Mount = {
  at: `${ROOT}/node_modules`,
  from: path.resolve(import.meta.dirname, "../../node_modules"),
};

/** The language's own library comes with the compiler, whatever a project has installed. */
export const LIBRARY = mountedInPlace(path.dirname(fileURLToPath(import.meta.resolve("typescript"))));

/**
 * Analyses the fixtures as one project, so that what is installed is read once.
 *
 * @returns the analysis of everything; {@link actualText} picks a fixture's part
 */
export function analyseFixtures(fixtures: readonly Fixture[], mode: Mode): Analysis {
  return analyse(openProject(fixtureHost(fixtures, mode), [ROOT]));
}

/** The fixtures, each in a directory of its own, with what is installed in this repository beside them when typed. */
export function fixtureHost(fixtures: readonly Fixture[], mode: Mode): ProjectHost {
  const files = new Map(
    fixtures.flatMap((fixture) => fixture.files.map((file) => [pathOf(fixture, file), file.text] as const)),
  );
  return memoryHost(files, mode === "typed" ? [LIBRARY, INSTALLED] : [LIBRARY]);
}

/** The fixture's source with the markers that are written in it. */
export function expectedText(fixture: Fixture): string {
  return textOf(fixture, (file) => file.markers);
}

/** The fixture's source with the markers that the findings call for. */
export function actualText(fixture: Fixture, analysis: Analysis): string {
  return textOf(fixture, (file) => {
    const filePath = pathOf(fixture, file);
    return analysis.findings
      .filter(({ location }) => location.file === filePath)
      .map((finding) => ({ finding, marker: markerOf(finding, file) }))
      .filter(
        ({ finding, marker }) =>
          finding.context === "loop" || file.markers.some((expected) => overlap(expected, marker)),
      )
      .map(({ marker }) => marker);
  });
}

/** A directory of the disk under its own path. */
export function mountedInPlace(directory: string): Mount {
  return { at: directory.replaceAll("\\", "/"), from: directory };
}

function pathOf(fixture: Fixture, file: FixtureFile): string {
  return `${ROOT}/${fixture.name.replace(/\.\w+$/, "")}/${file.name}`;
}

function textOf(fixture: Fixture, markersOf: (file: FixtureFile) => readonly Marker[]): string {
  return fixture.files.map((file) => `// ${file.name}\n${withMarkers(file, markersOf(file))}`).join("\n");
}

function markerOf(finding: Finding, file: FixtureFile): Marker {
  const { line, column, endLine, endColumn } = finding.location;
  return { line, column, endColumn: endLine === line ? endColumn : endOfLine(file, line), says: describe(finding) };
}

function describe(finding: Finding): string {
  if (finding.suppressed !== undefined) return `suppressed: ${finding.suppressed.reason ?? "without a reason"}`;
  if (finding.context !== "loop") return finding.context;
  const [first] = finding.paths;
  const way =
    first === undefined ? "no path" : [first.entryPoint.label, ...first.hops.map(({ name }) => name)].join(" → ");
  return `${finding.rule} ${finding.confidence}: ${way}`;
}

function overlap(one: Marker, other: Marker): boolean {
  return one.line === other.line && one.column < other.endColumn && other.column < one.endColumn;
}
