/** The OpenAPI document as the analysis thread makes it, of what it analysed last. */
import { openApiDocument, type ApiDocument, packageInfo, type ProjectHost } from "@loopguard/engine";
import type { Analysed } from "./fixing.js";

/** @param root the directory whose package names the API */
export function describe(
  analysed: Analysed | undefined,
  host: Pick<ProjectHost, "readFile">,
  root: string,
): ApiDocument | undefined {
  if (!analysed) return undefined;
  return openApiDocument(analysed.project, analysed.analysis.routes, { info: packageInfo(host, root) });
}
