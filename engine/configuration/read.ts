/** Finds and reads configuration files. They are data: nothing in them is executed. */
import { parseTree, printParseErrorCode, type ParseError } from "jsonc-parser";
import type { ProjectHost } from "../project.js";
import type { Problem } from "../rules/finding.js";
import { isTooDeepToParse } from "./json-depth.js";
import { CONFIGURATION_FILE, type Configuration, type Position } from "./configuration.js";
import { configurationSchema } from "./schema.js";
import { OFFSET, validate, type Complaint } from "./validate.js";

/** What finding and reading configuration files takes of a host. */
export type ConfigurationHost = Pick<ProjectHost, "readFile" | "fileExists" | "directoryExists">;

export interface ReadConfiguration {
  readonly configuration: Configuration;
  readonly problems: readonly Problem[];
}

/**
 * The configuration file that counts for a directory: its own, or the nearest above it in the same repository.
 *
 * @param directory absolute, with forward slashes
 */
export function findConfiguration(host: ConfigurationHost, directory: string): string | undefined {
  for (let at = directory; ; at = parentOf(at)) {
    const file = `${at === "/" ? "" : at}/${CONFIGURATION_FILE}`;
    if (host.fileExists(file)) return file;
    if (at === parentOf(at) || host.directoryExists(`${at}/.git`)) return undefined;
  }
}

/**
 * Reads a configuration file. Mistakes are problems with their places; everything else in the file counts.
 *
 * @param file absolute path with forward slashes
 */
export function readConfiguration(host: ConfigurationHost, file: string): ReadConfiguration {
  const text = host.readFile(file);
  if (text === undefined) {
    return {
      configuration: { file },
      problems: [{ file, message: "The configuration is not there or cannot be read." }],
    };
  }
  const fault = faultOf(text);
  if (fault !== undefined) return { configuration: { file }, problems: [{ file, message: fault }] };
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const { value, complaints } = tree ? validate(tree, configurationSchema) : { value: {}, complaints: [] };
  const positionOf = positionsIn(text);
  const complaintsAtAll = [...errors.map(complaintOf), ...complaints];
  const settings = Object.entries(value).flatMap(([name, setting]) => {
    if (name === "$schema" || setting === undefined) return [];
    return [[name, Array.isArray(setting) ? setting.flatMap((entry) => placed(entry)) : setting]];
  });
  const problemOf = ({ offset, message }: Complaint): Problem => ({ file, ...positionOf(offset), message });
  return {
    // The schema has seen to the types.
    configuration: { file, ...(Object.fromEntries(settings) as Omit<Configuration, "file">) },
    problems: complaintsAtAll.sort((a, b) => a.offset - b.offset).map(problemOf),
  };

  /** An entry with its position, and with the file that it means; none when there is no such file. */
  function placed(entry: unknown): unknown[] {
    if (typeof entry !== "object" || entry === null || !(OFFSET in entry)) return [entry];
    const { [OFFSET]: offset, module, ...setting } = entry as { [OFFSET]: number; module: string };
    const named = module.startsWith(".") ? sourceAt(host, resolvePath(parentOf(file), module)) : module;
    if (named !== undefined) return [{ module: named, ...setting, at: positionOf(offset) }];
    complaintsAtAll.push({ offset, message: `There is no source file "${module}" beside the configuration.` });
    return [];
  }
}

/** Longer configurations are not written by people, and would take as long to check as a project. */
const MAX_LENGTH = 1_000_000;

function faultOf(text: string): string | undefined {
  if (text.length > MAX_LENGTH) return "The configuration is longer than 1 MB: it is not read.";
  return isTooDeepToParse(text) ? "The configuration is nested too deeply: it is not read." : undefined;
}

/** `CommaExpected` → `comma expected`. */
function complaintOf({ error, offset }: ParseError): Complaint {
  const what = printParseErrorCode(error)
    .replaceAll(/(?<=[a-z])[A-Z]/gu, " $&")
    .toLowerCase();
  return { offset, message: `The JSON is broken here: ${what}.` };
}

function positionsIn(text: string): (offset: number) => Position {
  const lineStarts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/gu), ({ index, 0: end }) => index + end.length)];
  return (offset) => {
    const line = lineStarts.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - (lineStarts[line] ?? 0) + 1 };
  };
}

const EXTENSIONS = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"];

/** The source file that a path means, with or without its extension, or as it is imported: `./bus.js` for `bus.ts`. */
function sourceAt(host: ConfigurationHost, path: string): string | undefined {
  const base = path.replace(/\.[cm]?[jt]sx?$/u, "");
  const candidates = [
    path,
    ...["", "/index"].flatMap((end) => EXTENSIONS.map((extension) => `${base}${end}${extension}`)),
  ];
  return candidates.find((candidate) => host.fileExists(candidate));
}

function resolvePath(directory: string, relative: string): string {
  const parts = directory.split("/");
  for (const part of relative.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

function parentOf(directory: string): string {
  const at = directory.lastIndexOf("/");
  return at <= 0 ? "/" : directory.slice(0, at);
}
