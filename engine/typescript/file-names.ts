/** What paths say about files: kinds of source, and their parts. Paths have forward slashes. */

const SOURCE_FILE = /\.[cm]?[jt]sx?$/u;
const DECLARATION_FILE = /\.d\.[cm]?ts$|\.d\.[^./]+\.ts$/u;
const MINIFIED_FILE = /\.(?:min|bundle)\.[cm]?js$/u;

/** Whether a path is source that is analysed: neither declarations nor minified. */
export function isSource(path: string): boolean {
  return SOURCE_FILE.test(path) && !isDeclaration(path) && !MINIFIED_FILE.test(path);
}

/** Whether a path names TypeScript or JavaScript, source or declarations. */
export function isScript(path: string): boolean {
  return SOURCE_FILE.test(path);
}

export function isDeclaration(path: string): boolean {
  return DECLARATION_FILE.test(path);
}

export function extensionOf(path: string): string {
  return /\.[cm]?[jt]sx?$/u.exec(path)?.[0] ?? "";
}

export function normalise(path: string): string {
  return path.replaceAll("\\", "/");
}

export function join(directory: string, name: string): string {
  return directory.endsWith("/") ? `${directory}${name}` : `${directory}/${name}`;
}

export function parentOf(path: string): string {
  const at = path.lastIndexOf("/");
  if (at < 0) return path;
  return at === 0 ? "/" : path.slice(0, at);
}

export function baseOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
