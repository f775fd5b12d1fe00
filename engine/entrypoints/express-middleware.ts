/** What the middleware that people put into Express asks for every request: its options. */
import type { Framework } from "./framework.js";

export const expressMiddleware: Framework = {
  name: "Express middleware",
  partOf: "Express",
  modules: ["express", "body-parser", "serve-static"],
  registrations: [
    {
      members: ["json", "urlencoded", "raw", "text"],
      handlers: ["verify", "reviver", "type"].map((property) => ({ at: 0, property })),
      effect: "entry",
      kind: "hook",
      label: "{property} of a body",
    },
    { members: ["static", "default"], handlers: [{ at: 1, property: "setHeaders" }], effect: "entry", kind: "hook", label: "headers of a file" },
  ],
};

export const expressPolicies: Framework = {
  name: "Express policies",
  partOf: "Express",
  modules: ["cors", "compression", "express-rate-limit", "express-slow-down", "express-basic-auth", "helmet", "csurf"],
  registrations: [
    { members: ["default", "rateLimit", "slowDown"], handlers: [{ at: 0 }, { at: 0, property: "*" }], effect: "entry", kind: "middleware", label: "middleware option" },
  ],
};
