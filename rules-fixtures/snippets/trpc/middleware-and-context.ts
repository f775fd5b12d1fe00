// @filename: trpc.ts
import { readFileSync } from "node:fs";
import { initTRPC } from "@trpc/server";

const t = initTRPC.create();

const isAllowed = t.middleware(({ next }) => {
  readFileSync("rules.txt");
//^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: tRPC middleware → fs.readFileSync
  return next();
});

export const router = t.router;
export const guarded = t.procedure.use(isAllowed).use(async ({ next, path }) => {
  readFileSync(`quota/${path}`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: tRPC middleware → fs.readFileSync
  return next();
});
// @filename: users.ts
import { existsSync } from "node:fs";
import { guarded, router } from "./trpc.js";

export const users = router({
  exists: guarded.query(({ ctx }) => existsSync(`users/${String(ctx)}`)),
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: tRPC query → fs.existsSync
});
// @filename: server.ts
import { readFileSync } from "node:fs";
import { createHTTPServer } from "@trpc/server/adapters/standalone";
import { users } from "./users.js";

createHTTPServer({
  router: users,
  createContext: ({ req }) => ({ key: readFileSync("session.key"), url: req.url }),
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: tRPC createContext → createContext → fs.readFileSync
  onError: () => {
    readFileSync("errors.txt");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: tRPC onError → onError → fs.readFileSync
  },
}).listen(3000);
