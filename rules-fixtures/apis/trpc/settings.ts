import { z } from "zod";
import { publicProcedure } from "./trpc.js";

/** Not a router: what routers are made of. */
const checks = {
  version: publicProcedure.query(() => ({ version: 1 })),
};

export const settings = {
  ...checks,
  rename: publicProcedure.input(z.object({ to: z.string() })).mutation(({ input }) => ({ name: input.to })),
};
