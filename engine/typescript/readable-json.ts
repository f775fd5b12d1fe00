/** The disk without what would bring the compiler down: manifests and configurations that are made to do harm. */
import { isTooDeepToParse } from "../configuration/json-depth.js";
import type { ProjectHost } from "../project.js";
import type { Problem } from "../rules/finding.js";

/** @param problems takes what is not read, once each */
export function withReadableJson(host: ProjectHost, problems: Problem[]): ProjectHost {
  const told = new Set<string>();
  return {
    ...host,
    readFile(path) {
      const text = host.readFile(path);
      if (text === undefined || !path.endsWith(".json") || !isTooDeepToParse(text)) return text;
      if (!told.has(path)) problems.push({ file: path, message: "The file is nested too deeply: it counts as empty." });
      told.add(path);
      return "{}";
    },
  };
}
