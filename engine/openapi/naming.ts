/** Names of operations by convention: stable between runs, and as a person would give them. */

/**
 * The operation's name: the handler's, where it has one of its own, else the method and the path:
 * `GET /users/{id}/posts` gives `getUsersByIdPosts`.
 */
export function operationIdOf(method: string, template: string, handlerName: string | undefined): string {
  if (handlerName !== undefined && !GENERIC_NAMES.has(handlerName)) return handlerName;
  const parts = template.split("/").filter((part) => part !== "");
  // Every operation of an API is one of its API.
  if (parts[0] === "api" && parts.length > 1) parts.shift();
  const words = parts.flatMap((part) => {
    const parameters = [...part.matchAll(/\{([^}]+)\}/gu)].map(([, name = ""]) => `By${capitalised(wordsOf(name))}`);
    return [wordsOf(part.replaceAll(/\{[^}]+\}/gu, " ")), ...parameters];
  });
  return `${method}${words.map(capitalised).join("") || "Root"}`;
}

/** The first part of the path that says what it is about: neither `api`, a version nor a parameter. */
export function tagOf(template: string): string | undefined {
  return template
    .split("/")
    .find((part) => part !== "" && !/^(?:api|rest|v\d+(?:\.\d+)*)$/iu.test(part) && !part.includes("{"));
}

/** What is said by the name of a procedure, which ends the path: `/trpc/users.byId` is `usersById` of the `users`. */
export function procedureNames(path: string): { readonly operationId: string; readonly tags: readonly string[] } {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const group = name.slice(0, Math.max(name.lastIndexOf("."), 0));
  return { operationId: wordsOf(name), tags: group === "" ? [] : [group] };
}

/** `findUserById` gives `Find user by id`. */
export function summaryOf(operationId: string): string {
  const words = operationId
    .replaceAll(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1 $2")
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .split(/[\s_.-]+/u)
    .filter((word) => word !== "")
    .map((word) => (/^\p{Lu}{2,}$/u.test(word) ? word : word.toLowerCase()))
    .join(" ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** Names that say nothing about what the operation does. */
const GENERIC_NAMES = new Set([
  ...["default", "handler", "handle", "index", "route", "controller", "action", "fn", "callback", "middleware", "next"],
  ...["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "loader", "value", "run", "execute", "handleRequest"],
]);

/** `user-files.json` gives `userFilesJson`. */
function wordsOf(text: string): string {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  return words.map((word, index) => (index === 0 ? word : capitalised(word))).join("");
}

function capitalised(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
