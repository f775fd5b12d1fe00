/** Next.js: route handlers in the style of the web platform, and API routes in Node's. */
import type { Conventions } from "../conventions.js";
import { express, expressResponse } from "./express.js";
import { fetchReads, fetchResponse, nextResponse } from "./fetch.js";

export const nextjs: Conventions = {
  frameworks: ["Next.js"],
  roles: ["request", "response"],
  method: "request.method",
  reads: [
    ...fetchReads("request"),
    ...["get", "getAll", "has"].map((read) => ({
      at: `request.nextUrl.searchParams.${read}()`,
      part: "query" as const,
      named: 0,
    })),
    { at: "request.cookies.get()", part: "cookie", named: 0 },
    { at: "response.params", part: "path" },
    ...express.reads.filter(({ at }) =>
      ["request.query", "request.body", "request.headers", "request.cookies"].includes(at),
    ),
    { at: "next/headers#cookies().get()", part: "cookie", named: 0 },
    { at: "next/headers#headers().get()", part: "header", named: 0 },
  ],
  responses: [
    nextResponse,
    fetchResponse,
    { ...expressResponse, at: ["response"] },
    { at: ["next/navigation#redirect"], members: { "()": { sends: true, status: 307, isRedirect: true } } },
    { at: ["next/navigation#permanentRedirect"], members: { "()": { sends: true, status: 308, isRedirect: true } } },
    { at: ["next/navigation#notFound"], members: { "()": { sends: true, status: 404 } } },
  ],
  text: "text/plain",
  pages: ["getServerSideProps"],
};
