/** The members by which routers register one handler per HTTP method. */

export const httpMethods = ["get", "post", "put", "patch", "delete", "head", "options"] as const;

/** What `node:http` accepts besides; Express and @koa/router offer a member for each. */
export const rareHttpMethods = [
  "checkout", "copy", "link", "lock", "m-search", "merge", "mkactivity", "mkcol", "move", "notify", "propfind",
  "proppatch", "purge", "query", "report", "search", "subscribe", "trace", "unlink", "unlock", "unsubscribe",
] as const;
