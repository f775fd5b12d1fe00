/** SvelteKit: endpoints, load functions, form actions, hooks and remote functions. */
import type { FileRoute, Framework } from "./framework.js";

const route: FileRoute = { below: "routes" };

export const svelteKit: Framework = {
  name: "SvelteKit",
  page: {
    homepage: "https://svelte.dev/docs/kit",
    description:
      "Endpoints, `load` functions, form actions and hooks are found by the place of their files, remote functions by what makes them. Components are not read.",
    examples: ["sveltekit/endpoint.ts", "sveltekit/load-and-actions.ts", "sveltekit/hooks.ts"],
  },
  // Route files often import nothing but the types that are generated beside them.
  modules: ["@sveltejs/kit", "./$types", "$app"],
  files: [
    {
      files: ["routes/**/+server"],
      exports: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "fallback"],
      effect: "entry",
      kind: "http",
      method: "{METHOD}",
      route,
    },
    { files: ["routes/**/+page.server"], exports: ["load"], effect: "entry", kind: "http", method: "GET", route },
    { files: ["routes/**/+layout.server"], exports: ["load"], effect: "entry", kind: "http", label: "GET {route}", route },
    // Runs on the server for the first page of a visit, in the browser afterwards.
    { files: ["routes/**/+page"], exports: ["load"], effect: "entry", kind: "http", method: "GET", route, isLikely: true },
    { files: ["routes/**/+layout"], exports: ["load"], effect: "entry", kind: "http", label: "GET {route}", route, isLikely: true },
    { files: ["routes/**/+page.server"], exports: ["actions.default"], effect: "entry", kind: "http", method: "POST", route },
    { files: ["routes/**/+page.server"], exports: ["actions.*"], effect: "entry", kind: "http", method: "POST", label: "POST {route}?/{export}", route },
    { files: ["routes/**/*"], exports: ["entries"], effect: "ignored" },
    { files: ["hooks.server"], exports: ["handle", "handleFetch"], effect: "entry", kind: "middleware", label: "{export} hook", beside: ["routes"] },
    { files: ["hooks.server"], exports: ["handleError", "handleValidationError"], effect: "entry", kind: "hook", label: "{export} hook", beside: ["routes"] },
    { files: ["hooks.server", "hooks"], exports: ["init"], effect: "startup", beside: ["routes"] },
    { files: ["hooks"], exports: ["reroute"], effect: "entry", kind: "hook", label: "{export} hook", beside: ["routes"] },
    { files: ["params/*"], exports: ["match"], effect: "entry", kind: "hook", label: "parameter matcher", beside: ["routes"] },
  ],
};

/** `sequence(first, second)` is a `handle` hook again. */
export const svelteKitHooks: Framework = {
  name: "SvelteKit hooks",
  partOf: "SvelteKit",
  modules: ["@sveltejs/kit/hooks"],
  registrations: [{ members: ["sequence"], effect: "wrapped" }],
};

export const svelteKitRemoteFunctions: Framework = {
  name: "SvelteKit remote functions",
  partOf: "SvelteKit",
  modules: ["$app/server"],
  registrations: [
    { members: ["query", "query.batch", "form", "command"], handlers: [{ at: -1 }], effect: "entry", kind: "rpc", label: "remote {member}" },
    { members: ["prerender"], handlers: [{ from: 0 }], effect: "ignored" },
  ],
};
