import { readFileSync } from "node:fs";
import { os } from "@orpc/server";
import * as z from "zod";

const base = os.$context<{ headers: Record<string, string> }>();

const authenticated = base.use(({ context, next }) => {
  readFileSync(`tokens/${context.headers["x-token"] ?? ""}`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: oRPC middleware → fs.readFileSync
  return next();
});

export const router = {
  planet: {
    find: authenticated
      .route({ method: "GET", path: "/planets/{id}" })
      .input(z.object({ id: z.string() }))
      .handler(({ input }) => readFileSync(`planets/${input.id}`, "utf8")),
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: oRPC handler → fs.readFileSync
  },
};

export const isOwner = os.middleware(({ next }) => {
  readFileSync("owners.txt");
//^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: oRPC middleware → fs.readFileSync
  return next();
});
