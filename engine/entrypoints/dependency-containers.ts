/** Containers that make what is registered with them under a name. */
import { chained } from "./chaining.js";
import type { Framework } from "./framework.js";

export const awilix: Framework = {
  name: "Awilix",
  modules: ["awilix"],
  types: {
    AwilixContainer: {
      origins: [
        "createContainer()", "AwilixContainer.createScope()", "Request.container", "Request.diScope",
        ...chained("AwilixContainer", ["register", "loadModules"]),
      ],
      declaredAs: ["awilix#AwilixContainer"],
    },
    // Middleware gives each request a scope of its own.
    Request: {
      origins: [],
      declaredAs: ["express#Request", "express-serve-static-core#Request", "fastify#FastifyRequest"],
    },
  },
  namedValues: [
    {
      puts: [{ on: ["AwilixContainer"], call: "register" }],
      reads: [{ on: ["AwilixContainer"], call: "resolve" }, { on: ["AwilixContainer"], property: "cradle.*" }],
      wrappers: { asClass: "instance", asFunction: "result", asValue: "value" },
      keepers: ["singleton", "SINGLETON"],
      isDestructured: true,
    },
  ],
  // Who asks for what is made is known by its name.
  registrations: [{ members: ["asClass", "asFunction"], handlers: [{ at: 0 }], effect: "continuation" }],
};

/** Handlers that are made with what they name. */
export const awilixHandlers: Framework = {
  name: "Awilix for HTTP",
  modules: ["awilix-express", "awilix-koa"],
  registrations: [
    { members: ["makeInvoker"], handlers: [{ at: 0, property: "*" }], effect: "entry", kind: "http", label: "HTTP handler" },
    { members: ["inject"], handlers: [{ at: 0, property: "()" }], effect: "wrapped" },
  ],
};

export const tsyringe: Framework = {
  name: "TSyringe",
  modules: ["tsyringe"],
  types: {
    DependencyContainer: {
      origins: [
        "container",
        "DependencyContainer.createChildContainer()",
        ...chained("DependencyContainer", ["register", "registerSingleton", "registerInstance"]),
      ],
      declaredAs: ["tsyringe#DependencyContainer"],
    },
  },
  namedValues: [
    {
      puts: [
        { on: ["DependencyContainer"], call: "register", as: "instance" },
        { on: ["DependencyContainer"], call: "registerType", as: "instance" },
        { on: ["DependencyContainer"], call: "registerSingleton", as: "instance", isKept: true },
        { on: ["DependencyContainer"], call: "registerInstance" },
      ],
      reads: [
        { on: ["DependencyContainer"], call: "resolve" },
        { on: ["DependencyContainer"], call: "resolveAll", isList: true },
        { on: [], decorator: "inject", hasOptions: true },
        { on: [], decorator: "injectAll", isList: true },
      ],
      wrappers: { useClass: "instance", useFactory: "result", useValue: "value" },
      keepers: ["Singleton"],
      hasConstantNames: true,
    },
  ],
  decorators: [
    { decorators: ["singleton", "scoped"], on: "class", members: ["constructor"], effect: "startup", isMadeOnce: true },
  ],
  registrations: [
    // A class that nobody registered is made whenever it is asked for.
    { on: ["DependencyContainer"], members: ["resolve", "resolveAll"], handlers: [{ at: 0 }], effect: "immediate" },
    { members: ["instanceCachingFactory", "instancePerContainerCachingFactory"], handlers: [{ at: 0 }], effect: "memoised" },
    // Who asks for what is made is known by its name.
    {
      on: ["DependencyContainer"],
      members: ["register", "registerSingleton", "registerType"],
      handlers: [{ from: 0 }, { at: 1, property: "useClass" }, { at: 1, property: "useFactory" }],
      effect: "continuation",
    },
  ],
};

export const inversify: Framework = {
  name: "InversifyJS",
  modules: ["inversify"],
  types: {
    Container: {
      origins: ["new Container", "Container.createChild()"],
      declaredAs: ["@inversifyjs/container#Container", "@inversifyjs/container#ContainerModuleLoadOptions", "inversify#interfaces.Container"],
    },
    Binding: { origins: ["Container.bind()", "Container.rebind()", "Container.rebindSync()"], declaredAs: ["@inversifyjs/container#BindToFluentSyntax"] },
  },
  namedValues: [
    {
      puts: ["bind", "rebind", "rebindSync"].map((call) => ({ on: ["Container"], call })),
      reads: [
        ...["get", "getAsync", "getNamed", "getTagged", "resolve"].map((call) => ({ on: ["Container"], call, hasOptions: true })),
        ...["getAll", "getAllAsync"].map((call) => ({ on: ["Container"], call, hasOptions: true, isList: true })),
        { on: [], decorator: "inject", hasOptions: true },
        { on: [], decorator: "multiInject", hasOptions: true, isList: true },
      ],
      wrappers: {
        to: "instance", toSelf: "instance", toConstantValue: "value", toConstructor: "value", toFunction: "value",
        toDynamicValue: "result", toResolvedValue: "result", toFactory: "result", toProvider: "result",
      },
      keepers: ["inSingletonScope"],
      hasConstantNames: true,
    },
  ],
  registrations: [
    { members: ["new ContainerModule", "new AsyncContainerModule"], handlers: [{ at: 0 }], effect: "startup", parameters: ["Container"] },
    {
      on: ["Binding"],
      members: ["to", "toConstructor", "toDynamicValue", "toResolvedValue", "toFactory", "toProvider"],
      handlers: [{ at: 0 }],
      effect: "continuation",
    },
  ],
};
