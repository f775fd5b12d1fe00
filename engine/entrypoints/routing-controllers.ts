/** routing-controllers: decorated controllers over Express or Koa, and what runs around them. */
import type { Framework } from "./framework.js";

const verbs = ["Get", "Post", "Put", "Patch", "Delete", "Head"] as const;
const prefixFrom = ["JsonController", "Controller"] as const;

/** Where functions that make or extend an application are given their options. */
const OPTIONS = { createExpressServer: 0, createKoaServer: 0, useExpressServer: 1, useKoaServer: 1 } as const;

export const routingControllers: Framework = {
  name: "routing-controllers",
  page: {
    homepage: "https://github.com/typestack/routing-controllers",
    description:
      "Methods of controllers are found by their decorators, with the controller's path and the `routePrefix` of the server's options. Middleware and interceptors are found by the interfaces that their classes implement.",
    examples: ["routing-controllers/controller.ts"],
  },
  modules: ["routing-controllers"],
  decorators: [
    ...verbs.map(
      (verb) =>
        ({ decorators: [verb], on: "method", effect: "entry", kind: "http", method: verb.toUpperCase(), prefixFrom }) as const,
    ),
    { decorators: ["All"], on: "method", effect: "entry", kind: "http", method: "ALL", prefixFrom },
    { decorators: ["JsonController", "Controller", "Middleware", "Interceptor"], on: "class", members: ["constructor"], effect: "startup" },
  ],
  routeSettings: Object.entries(OPTIONS).map(([member, at]) => ({
    says: "prefix",
    members: [member],
    prefix: `${String(at)}.routePrefix`,
  })),
  heritage: [
    { types: ["ExpressMiddlewareInterface", "KoaMiddlewareInterface"], members: ["use"], effect: "entry", kind: "middleware", label: "middleware" },
    { types: ["ExpressErrorMiddlewareInterface"], members: ["error"], effect: "entry", kind: "hook", label: "error handler" },
    { types: ["InterceptorInterface"], members: ["intercept"], effect: "entry", kind: "middleware", label: "interceptor" },
  ],
  registrations: [
    ...Object.entries(OPTIONS).flatMap(([member, at]) =>
      (["authorizationChecker", "currentUserChecker"] as const).map(
        (property) => ({ members: [member], handlers: [{ at, property }], effect: "entry", kind: "middleware", label: property }) as const,
      ),
    ),
    { members: ["createParamDecorator"], handlers: [{ at: 0, property: "value" }], effect: "entry", kind: "hook", label: "parameter decorator" },
  ],
};
