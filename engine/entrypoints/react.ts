/** React on the server: what only browsers run, and what rendering to a stream calls back. */
import type { Framework } from "./framework.js";

/** Servers render components and throw their effects away. */
export const reactEffects: Framework = {
  name: "React effects",
  modules: ["react"],
  registrations: [
    { members: ["useEffect", "useLayoutEffect", "useInsertionEffect", "startTransition"], handlers: [{ at: 0 }], effect: "ignored" },
    { members: ["useMemo", "useState"], handlers: [{ at: 0 }], effect: "immediate" },
  ],
};

export const reactDomServer: Framework = {
  name: "React server rendering",
  modules: ["react-dom/server", "react-dom/server.node", "react-dom/server.browser", "react-dom/server.edge"],
  registrations: [
    { members: ["renderToPipeableStream", "renderToReadableStream"], handlers: [{ at: 1, property: "*" }], effect: "continuation", kind: "callback" },
  ],
};

export const reactDomClient: Framework = {
  name: "React in the browser",
  modules: ["react-dom/client", "react-dom"],
  registrations: [{ members: ["hydrateRoot", "createRoot"], effect: "ignored" }],
  pageStarts: ["hydrateRoot", "createRoot", "hydrate", "render"],
};
