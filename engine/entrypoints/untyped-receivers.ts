/** Members so telling that they are believed on a receiver nobody can type. Never `definite`. */
import { arrayMembers } from "./collections.js";
import { modelHooks } from "./data-models.js";
import { farewells, singleEvents } from "./emitters.js";
import type { Framework } from "./framework.js";
import { httpMethods } from "./http-methods.js";

export const untypedReceivers: Framework = {
  name: "untyped receivers",
  modules: ["*"],
  registrations: [
    { members: arrayMembers, handlers: [{ at: 0 }], effect: "immediate", kind: "callback", isLikely: true },
    { members: ["then", "catch", "finally"], effect: "continuation", kind: "callback" },
    {
      members: ["on", "once", "addListener"],
      events: farewells.filter((event) => event.startsWith("SIG") || event === "beforeExit"),
      effect: "ignored",
      isLikely: true,
    },
    { members: ["on", "addListener"], events: singleEvents, handlers: [{ at: 1 }], effect: "continuation", kind: "listener", isLikely: true },
    { members: ["once"], firstArgument: "string", handlers: [{ at: 1 }], effect: "continuation", kind: "listener", isLikely: true },
    {
      members: ["on", "addListener", "prependListener", "addEventListener"],
      firstArgument: "string",
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "listener",
      label: '"{0}" listener',
      isLikely: true,
    },
    // `fastify.get("/users", f)` in a plugin without types.
    {
      members: [...httpMethods, "all"],
      firstArgument: "path",
      handlers: [{ from: 1 }],
      effect: "entry",
      kind: "http",
      label: "{METHOD} {0}",
      method: "member",
      path: 0,
      isLikely: true,
    },
    { members: ["use"], firstArgument: "path", handlers: [{ from: 1 }], effect: "entry", kind: "middleware", label: "middleware {0}", isLikely: true },
    // `sequelize.define("User", {}, { hooks })` in a function that is given the connection.
    ...[{ member: "define", at: 2 }, { member: "init", at: 1 }].map(
      ({ member, at }) =>
        ({
          members: [member],
          handlers: modelHooks.map((hook) => ({ at, property: `hooks.${hook}` })),
          effect: "entry",
          kind: "hook",
          label: "{property} hook",
          isLikely: true,
        }) as const,
    ),
    { members: modelHooks, handlers: [{ at: -1 }], effect: "entry", kind: "hook", label: "{member} hook", isLikely: true },
    { members: ["bind"], effect: "wrapped", isLikely: true },
  ],
};
