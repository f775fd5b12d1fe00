/** Code of browsers that lies beside the server's: components, mutations. */
import type { Framework } from "./framework.js";

export const angular: Framework = {
  name: "Angular",
  modules: ["@angular/core"],
  workerMarkers: ["Component", "Directive", "Pipe", "NgModule"],
};

export const reactQuery: Framework = {
  name: "TanStack Query",
  modules: ["@tanstack/react-query", "react-query"],
  registrations: [{ members: ["useMutation"], handlers: [{ at: 0 }, { at: 0, property: "*" }], effect: "ignored" }],
};
