/** React Router as a framework, and Remix, its former name: loaders, actions and what renders on the server. */
import type { FileRoute, Framework } from "./framework.js";

const route: FileRoute = { below: "routes", separator: "." };
const routeFiles = { files: ["app/routes/*", "app/routes/**/route", "app/routes/**/*"], isConfigured: true, route } as const;
const entries = ["app/entry.server"] as const;

export const reactRouter: Framework = {
  name: "React Router",
  page: {
    homepage: "https://reactrouter.com",
    description:
      "React Router as a framework, and Remix. Route modules are found by their place, where `routes.ts` names them, or by the types of their arguments. What renders may run in the browser as well, and is only probable.",
    examples: ["react-router/route-module.tsx", "react-router/entry-server.tsx", "react-router/route-anywhere.ts"],
  },
  modules: [
    "react-router", "@react-router/node", "@react-router/dev", "@react-router/cloudflare", "./+types",
    "@remix-run/node", "@remix-run/react", "@remix-run/server-runtime", "@remix-run/cloudflare", "@remix-run/deno",
  ],
  files: [
    { ...routeFiles, exports: ["loader"], effect: "entry", kind: "http", method: "GET" },
    { ...routeFiles, exports: ["action"], effect: "entry", kind: "http", method: "POST" },
    { ...routeFiles, exports: ["middleware.[]", "unstable_middleware.[]"], effect: "entry", kind: "middleware", label: "middleware {route}" },
    // Rendered on the server for the first page of a visit, in the browser afterwards.
    { ...routeFiles, exports: ["default", "ErrorBoundary", "headers", "links", "meta"], effect: "entry", kind: "http", label: "GET {route}", isLikely: true },
    // In the browser.
    { ...routeFiles, exports: ["clientLoader", "clientAction", "shouldRevalidate", "HydrateFallback"], effect: "ignored" },
    { files: ["app/root"], exports: ["loader", "action"], effect: "entry", kind: "http", label: "root {export}" },
    { files: ["app/root"], exports: ["middleware.[]", "unstable_middleware.[]"], effect: "entry", kind: "middleware", label: "root middleware" },
    { files: ["app/root"], exports: ["default", "Layout", "ErrorBoundary", "links", "meta"], effect: "entry", kind: "http", label: "root component", isLikely: true },
    { files: entries, exports: ["default", "handleDataRequest"], effect: "entry", kind: "http", label: "HTTP request" },
    { files: entries, exports: ["handleError"], effect: "entry", kind: "hook", label: "error handler" },
  ],
  routeConfiguration: {
    modules: ["@react-router/dev/routes", "@remix-run/route-config"],
    calls: {
      route: { path: 0, file: 1 },
      index: { file: 0 },
      layout: { file: 0, isAround: true },
      prefix: { path: 0 },
    },
  },
  // Where the configuration cannot be read.
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
