/** Where the bundle is made, and of what. */
import path from "node:path";

const CLI = path.resolve(import.meta.dirname, "../..");
export const ROOT = path.dirname(CLI);
export const BUNDLE = path.join(CLI, "bundle");
/** What the page of `openapi --serve` loads: beside the bundle, as beside `dist`. */
export const PREVIEW = path.join(CLI, "preview");
