import { initTRPC, TRPCError } from "@trpc/server";

interface Context {
  readonly user: string | undefined;
}

export function createContext({ req }: { req: { headers: Record<string, string | string[] | undefined> } }): Context {
  const user = req.headers["x-user"];
  return { user: typeof user === "string" ? user : undefined };
}

const t = initTRPC.context<Context>().create();

export const createRouter = t.router;
export const publicProcedure = t.procedure;
export const protectedProcedure = publicProcedure.use(({ ctx, next }) => {
  if (ctx.user === undefined) throw new TRPCError({ code: "UNAUTHORIZED" });
  return next({ ctx: { user: ctx.user } });
});

const isEditor = t.middleware(({ ctx, next }) => {
  if (ctx.user !== "ada") throw new TRPCError({ code: "FORBIDDEN" });
  return next();
});
export const editorProcedure = protectedProcedure.use(isEditor);
