/** Servers in the style of the web platform: a function from Request to Response. */
import type { Framework } from "./framework.js";

export const fetchHandlers: Framework = {
  name: "fetch handlers",
  modules: ["global"],
  types: { Bun: { origins: ["Bun"] }, Deno: { origins: ["Deno"] } },
  registrations: [
    { on: ["Bun"], members: ["serve"], handlers: [{ at: 0, property: "fetch" }], effect: "entry", kind: "http", label: "HTTP request" },
    { on: ["Bun"], members: ["serve"], handlers: [{ at: 0, property: "*" }], effect: "entry", kind: "http", label: "Bun server handler" },
    { on: ["Deno"], members: ["serve"], handlers: [{ from: 0 }, { at: 0, property: "handler" }], effect: "entry", kind: "http", label: "HTTP request" },
  ],
  signatures: [
    {
      parameterTypes: ["Request", "NextRequest"],
      returnTypes: ["Response", "NextResponse"],
      kind: "http",
      label: "fetch handler {name}",
      isLikely: true,
    },
  ],
  exports: [{ names: ["default.fetch"], kind: "http", label: "HTTP request", isLikely: true }],
};
