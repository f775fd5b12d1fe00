/** The paths of routes as texts: several in one, and put together of their parts. */

/** What stands between several paths in one text. */
export const PATH_SEPARATOR = ", ";

/** A path, or each of several, below a prefix: `/api/a, /api/b` for `/api` and `/a, /b`. */
export function joinPaths(prefix: string, paths: string): string {
  return paths
    .split(PATH_SEPARATOR)
    .map((path) => joinRoute(prefix, path))
    .join(PATH_SEPARATOR);
}

/** The parts of a URL's path as one: `/api`, `users/` and `/:id` give `/api/users/:id`. */
export function joinRoute(...parts: readonly string[]): string {
  const [first, ...others] = parts.filter((part) => part !== "" && part !== "/");
  if (first === undefined) return parts.includes("/") ? "/" : "";
  if (others.length === 0) return first;
  const names = [first, ...others].map((part) => part.replace(/^\/+|\/+$/gu, ""));
  return `/${names.filter((name) => name !== "").join("/")}`;
}
