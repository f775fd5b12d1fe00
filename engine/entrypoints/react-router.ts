/** React Router as a framework, and Remix, its former name: loaders, actions and what renders on the server. */
import type { FileRoute, Framework } from "./framework.js";

const files = ["app/routes/*", "app/routes/**/route", "app/routes/**/*"] as const;
const route: FileRoute = { below: "routes", separator: "." };
const entries = ["app/entry.server"] as const;

export const reactRouter: Framework = {
  name: "React Router",
  page: {
    homepage: "https://reactrouter.com",
    description:
      "React Router as a framework, and Remix. Route modules are found by their place, or by the types of their arguments where `routes.ts` names them. What renders may run in the browser as well, and is only probable.",
    examples: ["react-router/route-module.tsx", "react-router/entry-server.tsx", "react-router/route-anywhere.ts"],
  },
  modules: [
    "react-router", "@react-router/node", "@react-router/dev", "@react-router/cloudflare", "./+types",
    "@remix-run/node", "@remix-run/react", "@remix-run/server-runtime", "@remix-run/cloudflare", "@remix-run/deno",
  ],
  files: [
    { files, exports: ["loader"], effect: "entry", kind: "http", method: "GET", route },
    { files, exports: ["action"], effect: "entry", kind: "http", method: "POST", route },
    { files, exports: ["middleware.[]", "unstable_middleware.[]"], effect: "entry", kind: "middleware", label: "middleware {route}", route },
    // Rendered on the server for the first page of a visit, in the browser afterwards.
    { files, exports: ["default", "ErrorBoundary", "headers", "links", "meta"], effect: "entry", kind: "http", label: "GET {route}", route, isLikely: true },
    { files: ["app/root"], exports: ["loader", "action"], effect: "entry", kind: "http", label: "root {export}" },
    { files: ["app/root"], exports: ["middleware.[]", "unstable_middleware.[]"], effect: "entry", kind: "middleware", label: "root middleware" },
    { files: ["app/root"], exports: ["default", "Layout", "ErrorBoundary", "links", "meta"], effect: "entry", kind: "http", label: "root component", isLikely: true },
    { files: entries, exports: ["default", "handleDataRequest"], effect: "entry", kind: "http", label: "HTTP request" },
    { files: entries, exports: ["handleError"], effect: "entry", kind: "hook", label: "error handler" },
  ],
  // Routes may lie anywhere, when `routes.ts` names them.
  signatures: [
    { parameterTypes: ["LoaderFunctionArgs", "LoaderArgs"], kind: "http", label: "{name} of a route" },
    { parameterTypes: ["ActionFunctionArgs", "ActionArgs"], kind: "http", label: "{name} of a route" },
    { functionTypes: ["LoaderFunction", "ActionFunction"], kind: "http", label: "{name} of a route" },
  ],
};

export const reactRouterAdapters: Framework = {
  name: "React Router adapters",
  partOf: "React Router",
  modules: ["@react-router/express", "@remix-run/express", "@react-router/architect", "@remix-run/architect", "@netlify/remix-adapter"],
  registrations: [
    {
      members: ["createRequestHandler"],
      handlers: [{ at: 0, property: "getLoadContext" }],
      effect: "entry",
      kind: "middleware",
      label: "load context",
    },
    { members: ["createRequestHandler"], handlers: [{ at: 0, property: "build" }], effect: "startup" },
  ],
};
