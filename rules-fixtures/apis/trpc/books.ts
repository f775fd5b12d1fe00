import { TRPCError } from "@trpc/server";
import { z } from "zod";
import { createRouter, editorProcedure, protectedProcedure, publicProcedure } from "./trpc.js";

export const Book = z.object({ id: z.string(), title: z.string().min(1), pages: z.number().int().positive() });
const books = new Map([["1", { id: "1", title: "Dubliners", pages: 152 }]]);

/** With how many books it found. */
const search = publicProcedure
  .input(z.object({ word: z.string().max(20), limit: z.number().int().max(100).default(10) }))
  .query(({ input }) => {
    const found = [...books.values()].filter(({ title }) => title.includes(input.word)).slice(0, input.limit);
    return { found, total: found.length };
  });

export const booksRouter = createRouter({
  search,
  byId: publicProcedure
    .input(z.string())
    .output(Book)
    .query(({ input }) => {
      const book = books.get(input);
      if (!book) throw new TRPCError({ code: "NOT_FOUND", message: `no book ${input}` });
      return book;
    }),
  add: protectedProcedure.input(Book.omit({ id: true })).mutation(({ input, ctx }) => {
    return { ...input, id: "2", addedBy: ctx.user };
  }),
  clear: editorProcedure.mutation(() => {
    books.clear();
  }),
});
