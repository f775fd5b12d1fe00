import { readFileSync, writeFileSync } from "node:fs";
import { initTRPC } from "@trpc/server";
import { z } from "zod";

const t = initTRPC.context<{ user?: string }>().create();
const publicProcedure = t.procedure;

export const router = t.router({
  terms: publicProcedure.query(() => readFileSync("terms.txt", "utf8")),
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: tRPC query → fs.readFileSync
  save: publicProcedure.input(z.object({ text: z.string() })).mutation(({ input }) => {
    writeFileSync("note.txt", input.text);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: tRPC mutation → fs.writeFileSync
  }),
});
