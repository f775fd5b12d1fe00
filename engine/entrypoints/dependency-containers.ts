/** Containers that make what is registered with them under a name. */
import { chained } from "./chaining.js";
import type { Framework } from "./framework.js";

export const awilix: Framework = {
  name: "Awilix",
  modules: ["awilix"],
  types: {
    AwilixContainer: {
      origins: ["createContainer()", "AwilixContainer.createScope()", ...chained("AwilixContainer", ["register", "loadModules"])],
      declaredAs: ["awilix#AwilixContainer"],
    },
  },
  namedValues: [
    {
      puts: [{ on: ["AwilixContainer"], call: "register" }],
      reads: [{ on: ["AwilixContainer"], call: "resolve" }, { on: ["AwilixContainer"], property: "cradle.*" }],
      wrappers: { asClass: "instance", asFunction: "result", asValue: "value" },
      isDestructured: true,
    },
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
      puts: [{ on: ["DependencyContainer"], call: "register" }],
      reads: [{ on: ["DependencyContainer"], call: "resolve" }],
      wrappers: { useClass: "instance", useFactory: "result", useValue: "value" },
    },
  ],
};
