/** The web platform's `Response`, which servers in its style answer with. */
import type { AnswerShape, ReadShape, ResponseShape } from "../conventions.js";

const init = { status: "1.status", headersAt: "1.headers" } as const;

const members: Readonly<Record<string, AnswerShape>> = {
  json: { sends: true, body: "0", contentType: "application/json", ...init },
  new: { sends: true, body: "0", ...init },
  redirect: { sends: true, status: ["1.status", "1", "302"], isRedirect: true },
  error: { sends: true, status: 500 },
};

export const fetchResponse: ResponseShape = { at: ["global#Response"], members };

/** Next.js's own, with a few more. */
export const nextResponse: ResponseShape = {
  at: ["next/server#NextResponse", "next/server.js#NextResponse"],
  members: {
    ...members,
    redirect: { sends: true, status: ["1.status", "1", "307"], isRedirect: true },
  },
};

/** What is read of a `Request` by whatever name. */
export function fetchReads(request: string): readonly ReadShape[] {
  return [
    { at: `${request}.json()`, part: "body", contentType: "application/json" },
    { at: `${request}.formData()`, part: "body", contentType: "multipart/form-data" },
    { at: `${request}.formData().get()`, part: "body", named: 0, contentType: "multipart/form-data" },
    { at: `${request}.text()`, part: "body", contentType: "text/plain" },
    { at: `${request}.arrayBuffer()`, part: "body", contentType: "application/octet-stream" },
    { at: `${request}.blob()`, part: "body", contentType: "application/octet-stream" },
    { at: `${request}.headers.get()`, part: "header", named: 0 },
    { at: "new global#URL.searchParams.get()", part: "query", named: 0 },
    { at: "new global#URL.searchParams.getAll()", part: "query", named: 0 },
    { at: "new global#URL.searchParams.has()", part: "query", named: 0 },
  ];
}
