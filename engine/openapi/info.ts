/** What a document says of the API as a whole: the name and version of the package that it is of. */
import type { ProjectHost } from "../project.js";
import type { OpenApiInfo } from "./document.js";

/**
 * Of the nearest `package.json`, at the path or above.
 *
 * @param path of a file or directory: absolute with forward slashes
 */
export function packageInfo(host: Pick<ProjectHost, "readFile">, path: string): OpenApiInfo {
  for (let directory = path; directory !== ""; directory = directory.slice(0, directory.lastIndexOf("/"))) {
    const info = infoIn(host.readFile(`${directory}/package.json`), nameOf(directory));
    if (info) return info;
  }
  return { title: nameOf(path), version: UNKNOWN_VERSION };
}

const UNKNOWN_VERSION = "0.0.0";

function infoIn(manifest: string | undefined, fallback: string): OpenApiInfo | undefined {
  if (manifest === undefined) return undefined;
  try {
    const { name, version, description } = JSON.parse(manifest) as Readonly<Record<string, unknown>>;
    return {
      title: typeof name === "string" ? name : fallback,
      version: typeof version === "string" ? version : UNKNOWN_VERSION,
      ...(typeof description === "string" && description !== "" && { description }),
    };
  } catch {
    // A broken manifest names nothing.
    return undefined;
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1) || "API";
}
