/** Code of browsers that lies beside the server's: components, effects, mutations. */
import type { Framework } from "./framework.js";

export const angular: Framework = {
  name: "Angular",
  modules: ["@angular/core"],
  workerMarkers: ["Component", "Directive", "Pipe", "NgModule"],
};

/** A component's body may be rendered on the server; its effects and event handlers never run there. */
export const reactEffects: Framework = {
  name: "React effects",
  modules: ["react"],
  registrations: [
    {
      members: ["useEffect", "useLayoutEffect", "useInsertionEffect", "useCallback", "useImperativeHandle"],
      effect: "ignored",
    },
  ],
};

export const reactQuery: Framework = {
  name: "TanStack Query",
  modules: ["@tanstack/react-query", "react-query"],
  registrations: [{ members: ["useMutation"], handlers: [{ at: 0 }, { at: 0, property: "*" }], effect: "ignored" }],
};
