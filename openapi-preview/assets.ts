/** The files that the page loads: where they are, and what they are. */
import { fileURLToPath } from "node:url";

/** Copied from their packages, which would bring programs that tell their makers of every installation. */
export const VENDORED = [
  "swagger-ui-bundle.js",
  "swagger-ui-bundle.js.LICENSE.txt",
  "swagger-ui.css",
  "swagger-ui.LICENSE.txt",
  "swagger-ui.NOTICE.txt",
  "redoc.standalone.js",
  "redoc.standalone.js.LICENSE.txt",
  "redoc.LICENSE.txt",
] as const;
export type VendoredFile = (typeof VENDORED)[number];

/** Whether the page asks for a file of this name, and for nothing else. */
export function isAsset(name: string): boolean {
  return name === "preview.css" || VENDORED.some((vendored) => vendored === name) || PAGE.test(name);
}

/** Absolute path of a file that the page asks for; undefined for all others. */
export function assetFile(name: string): string | undefined {
  if (!isAsset(name)) return undefined;
  return inPackage(PAGE.test(name) ? `dist/${name}` : name === "preview.css" ? name : `vendor/${name}`);
}

const PAGE = /^page\/[\w-]+\.js$/u;

function inPackage(file: string): string {
  return fileURLToPath(new URL(`../${file}`, import.meta.url));
}
