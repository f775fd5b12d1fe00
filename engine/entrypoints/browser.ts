/** Code of browsers that lies beside the server's: components, mutations. */
import type { Framework } from "./framework.js";

export const angular: Framework = {
  name: "Angular",
  modules: ["@angular/core"],
  workerMarkers: ["Component", "Directive", "Pipe", "NgModule"],
};

/** Scripts of pages, as they are or before they are bundled. */
export const pageScripts: Framework = {
  name: "scripts of pages",
  modules: ["global"],
  handedOut: { folders: ["static", "public"], globals: ["window", "document", "jQuery", "$"] },
};

export const reactQuery: Framework = {
  name: "TanStack Query",
  modules: ["@tanstack/react-query", "react-query"],
  registrations: [{ members: ["useMutation"], handlers: [{ at: 0 }, { at: 0, property: "*" }], effect: "ignored" }],
};

export const preact: Framework = { name: "Preact", modules: ["preact"], pageStarts: ["render", "hydrate"] };

export const solid: Framework = { name: "Solid", modules: ["solid-js/web"], pageStarts: ["render", "hydrate"] };

export const svelte: Framework = { name: "Svelte", modules: ["svelte"], pageStarts: ["mount", "hydrate"] };

export const angularInPages: Framework = {
  name: "Angular's start in pages",
  modules: ["@angular/platform-browser-dynamic"],
  pageStarts: ["platformBrowserDynamic"],
};

/** https://vite.dev/guide/features#glob-import */
export const vite: Framework = { name: "Vite", modules: ["vite"], importingMembers: ["glob"] };
