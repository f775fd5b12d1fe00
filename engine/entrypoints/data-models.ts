/** Object-relational and document mappers: hooks, validators, subscribers. */
import { chained } from "./chaining.js";
import type { Framework } from "./framework.js";

const listen = ["on", "once", "addListener"] as const;

export const mongoose: Framework = {
  name: "Mongoose",
  modules: ["mongoose"],
  types: {
    Schema: {
      origins: ["new Schema", ...chained("Schema", ["pre", "post", "plugin", "index", "set", "method", "static"])],
      declaredAs: ["mongoose#Schema"],
    },
    Virtual: {
      origins: ["Schema.virtual()", ...chained("Virtual", ["get", "set"])],
      declaredAs: ["mongoose#VirtualType"],
    },
    SchemaType: {
      origins: ["Schema.path()", ...chained("SchemaType", ["validate", "get", "set", "default"])],
      declaredAs: ["mongoose#SchemaType"],
    },
    ChangeStream: {
      origins: ["model().watch()", "connection.watch()"],
      declaredAs: ["mongodb#ChangeStream", "mongoose#ChangeStream"],
    },
  },
  registrations: [
    { on: ["Schema"], members: ["pre", "post"], effect: "entry", kind: "hook", label: "{member} {0} hook" },
    { on: ["Virtual"], members: ["get", "set"], effect: "entry", kind: "hook", label: "virtual property" },
    {
      on: ["SchemaType"],
      members: ["validate", "get", "set", "default"],
      effect: "entry",
      kind: "hook",
      label: "{member} of {0}",
    },
    {
      members: ["new Schema"],
      handlers: ["*.validate", "*.validate.validator", "*.set", "*.get", "*.default"].map((property) => ({
        at: 0,
        property,
      })),
      effect: "entry",
      kind: "hook",
      label: "field {property}",
    },
    {
      members: ["new Schema"],
      handlers: ["toJSON.transform", "toObject.transform"].map((property) => ({ at: 1, property })),
      effect: "entry",
      kind: "hook",
      label: "{property} of a document",
    },
    {
      on: ["ChangeStream"],
      members: listen,
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "listener",
      label: "change stream",
    },
  ],
};

/** Members of Sequelize's models that take a hook. */
export const modelHooks = [
  "beforeValidate", "afterValidate", "validationFailed", "beforeCreate", "afterCreate", "beforeDestroy", "afterDestroy",
  "beforeRestore", "afterRestore", "beforeUpdate", "afterUpdate", "beforeSave", "afterSave", "beforeUpsert",
  "afterUpsert", "beforeBulkCreate", "afterBulkCreate", "beforeBulkDestroy", "afterBulkDestroy", "beforeBulkUpdate",
  "afterBulkUpdate", "beforeFind", "beforeFindAfterExpandIncludeAll", "beforeFindAfterOptions", "afterFind",
  "beforeCount",
] as const;

export const sequelize: Framework = {
  name: "Sequelize",
  modules: ["sequelize", "sequelize-typescript", "@sequelize/core"],
  types: {
    Sequelize: {
      origins: ["new default", "new Sequelize"],
      declaredAs: ["sequelize#Sequelize", "sequelize-typescript#Sequelize"],
    },
    Model: { origins: ["Sequelize.define()", "Model"], declaredAs: ["sequelize#Model", "sequelize-typescript#Model"] },
  },
  registrations: [
    {
      on: ["Model", "Sequelize"],
      members: ["addHook"],
      handlers: [{ at: -1 }],
      effect: "entry",
      kind: "hook",
      label: "{0} hook",
    },
    { on: ["Model", "Sequelize"], members: modelHooks, effect: "entry", kind: "hook", label: "{member} hook" },
    {
      on: ["Sequelize"],
      members: ["define"],
      handlers: [{ at: 2, property: "hooks.*" }],
      effect: "entry",
      kind: "hook",
      label: "{property} hook",
    },
    {
      on: ["Sequelize"],
      members: ["define"],
      handlers: ["*.get", "*.set"].map((property) => ({ at: 1, property })),
      effect: "entry",
      kind: "hook",
      label: "field {property}",
    },
    {
      on: ["Model"],
      members: ["init"],
      handlers: [{ at: 1, property: "hooks.*" }],
      effect: "entry",
      kind: "hook",
      label: "{property} hook",
    },
    {
      on: ["Model"],
      members: ["init"],
      handlers: ["*.get", "*.set"].map((property) => ({ at: 0, property })),
      effect: "entry",
      kind: "hook",
      label: "field {property}",
    },
  ],
  decorators: [
    {
      decorators: modelHooks.map((hook) => `${hook[0]?.toUpperCase() ?? ""}${hook.slice(1)}`),
      on: "method",
      effect: "entry",
      kind: "hook",
      label: "{member} hook",
    },
  ],
};

const entityListeners = [
  "BeforeInsert", "AfterInsert", "BeforeUpdate", "AfterUpdate", "BeforeRemove", "AfterRemove", "BeforeSoftRemove",
  "AfterSoftRemove", "BeforeRecover", "AfterRecover", "AfterLoad",
] as const;

const subscriberMembers = [
  ...entityListeners.map((name) => `${name[0]?.toLowerCase() ?? ""}${name.slice(1)}`), "beforeQuery", "afterQuery",
  "beforeTransactionStart", "afterTransactionStart", "beforeTransactionCommit", "afterTransactionCommit",
  "beforeTransactionRollback", "afterTransactionRollback",
];

export const typeorm: Framework = {
  name: "TypeORM",
  modules: ["typeorm"],
  decorators: [{ decorators: entityListeners, on: "method", effect: "entry", kind: "hook", label: "{member} hook" }],
  heritage: [
    {
      types: ["EntitySubscriberInterface"],
      members: subscriberMembers,
      effect: "entry",
      kind: "hook",
      label: "subscriber",
    },
    {
      types: ["ValueTransformer"],
      members: ["to", "from"],
      effect: "entry",
      kind: "hook",
      label: "column transformer",
    },
    // Migrations run while the process starts, or in a tool.
    { types: ["MigrationInterface"], members: ["up", "down"], effect: "startup" },
  ],
};

const mikroOrmHooks = [
  "OnInit", "OnLoad", "BeforeCreate", "AfterCreate", "BeforeUpdate", "AfterUpdate", "BeforeUpsert", "AfterUpsert",
  "BeforeDelete", "AfterDelete",
] as const;

export const mikroOrm: Framework = {
  name: "MikroORM",
  modules: ["@mikro-orm/core"],
  decorators: [{ decorators: mikroOrmHooks, on: "method", effect: "entry", kind: "hook", label: "{member} hook" }],
  heritage: [
    {
      types: ["EventSubscriber"],
      members: [
        ...mikroOrmHooks.map((name) => `${name[0]?.toLowerCase() ?? ""}${name.slice(1)}`), "beforeFlush", "onFlush",
        "afterFlush",
      ],
      effect: "entry",
      kind: "hook",
      label: "subscriber",
    },
  ],
};

export const prisma: Framework = {
  name: "Prisma",
  modules: ["@prisma/client"],
  types: {
    Client: { origins: ["new PrismaClient", "Client.$extends()"], declaredAs: ["@prisma/client#PrismaClient"] },
  },
  registrations: [
    { on: ["Client"], members: ["$use"], effect: "entry", kind: "middleware", label: "Prisma middleware" },
    {
      on: ["Client"],
      members: ["$on"],
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "listener",
      label: 'Prisma "{0}"',
    },
    {
      on: ["Client"],
      members: ["$extends"],
      handlers: ["query.*", "result.*.compute"].map((property) => ({ at: 0, property })),
      effect: "entry",
      kind: "hook",
      label: "Prisma {property}",
    },
    { on: ["Client"], members: ["$transaction"], handlers: [{ at: 0 }], effect: "continuation", kind: "callback" },
  ],
};

const lucidEvents = ["Create", "Update", "Save", "Delete", "Find", "Fetch", "Paginate"] as const;

/** The models of AdonisJS. */
export const lucid: Framework = {
  name: "Lucid",
  modules: ["@adonisjs/lucid/orm", "@ioc:Adonis/Lucid/Orm"],
  decorators: [
    {
      decorators: lucidEvents.flatMap((event) => [`before${event}`, `after${event}`]),
      on: "method",
      effect: "entry",
      kind: "hook",
      label: "{member} hook",
    },
  ],
};
