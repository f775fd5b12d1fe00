import { createServer } from "node:http";
import { createHTTPHandler } from "@trpc/server/adapters/standalone";
import { booksRouter } from "./books.js";
import { settings } from "./settings.js";
import { createContext, createRouter, publicProcedure } from "./trpc.js";

export const appRouter = createRouter({
  books: booksRouter,
  system: createRouter({
    health: publicProcedure.query(() => "fine" as const),
    ...settings,
  }),
});

const handler = createHTTPHandler({ router: appRouter, basePath: "/trpc/", createContext });
const server = createServer(handler);
server.listen(Number(process.env["PORT"] ?? 3000), () => {
  const address = server.address();
  console.log(`http://localhost:${String(typeof address === "object" ? address?.port : address)}`);
});
