/** NestJS: controllers, what runs around them, gateways, resolvers, consumers, jobs, and the life cycle. */
import type { Framework } from "./framework.js";

const verbs = ["Get", "Post", "Put", "Patch", "Delete", "Head", "Options", "Search"] as const;

/** Nestia's, which validate and encrypt. */
const typedRoutes = ["TypedRoute", "EncryptedRoute"] as const;

export const nestjs: Framework = {
  name: "NestJS",
  page: {
    homepage: "https://nestjs.com",
    description:
      "Controllers and everything around them are found by their decorators and interfaces, services behind them by dependency injection. Routes are named with the global prefix, versions in the URI and the paths of `RouterModule`. Providers are built while the process starts, but those of request scope for every request.",
    examples: ["nestjs/controller.ts", "nestjs/global-prefix.ts", "nestjs/injected-service.ts", "nestjs/gateway.ts", "nestjs/request-scoped-provider.ts", "nestjs/start-up.ts"],
  },
  modules: ["@nestjs/common", "@nestjs/core", "@nestia/core"],
  types: {
    NestApplication: {
      origins: ["NestFactory.create()", "NestFactory.createMicroservice()", "NestApplication.use()"],
      declaredAs: [
        "@nestjs/common#INestApplication",
        "@nestjs/platform-express#NestExpressApplication",
        "@nestjs/platform-fastify#NestFastifyApplication",
      ],
    },
    MiddlewareConsumer: { origins: [], declaredAs: ["@nestjs/common#MiddlewareConsumer"] },
  },
  decorators: [
    ...verbs.map(
      (verb) =>
        ({
          decorators: [verb, ...typedRoutes.map((owner) => `${owner}.${verb}`)],
          on: "method",
          effect: "entry",
          kind: "http",
          method: verb.toUpperCase(),
          prefixFrom: ["Controller", "EncryptedController"],
          versionFrom: ["Version"],
        }) as const,
    ),
    { decorators: ["All"], on: "method", effect: "entry", kind: "http", method: "ALL", prefixFrom: ["Controller"], versionFrom: ["Version"] },
    { decorators: ["Sse"], on: "method", effect: "entry", kind: "http", method: "GET", prefixFrom: ["Controller"], versionFrom: ["Version"] },
    // Built for every request.
    {
      decorators: ["Injectable", "Controller"],
      on: "class",
      option: { name: "scope", is: "REQUEST" },
      members: ["constructor"],
      effect: "entry",
      kind: "hook",
      label: "request-scoped provider",
    },
    // Singletons by default: built, and told that they are ready, while the process starts.
    {
      decorators: ["Injectable", "Controller", "Module", "Catch"],
      on: "class",
      members: ["constructor", "onModuleInit", "onApplicationBootstrap", "configure"],
      effect: "startup",
    },
    {
      decorators: ["Injectable", "Controller", "Module"],
      on: "class",
      members: ["onModuleDestroy", "beforeApplicationShutdown", "onApplicationShutdown"],
      effect: "ignored",
    },
  ],
  routeSettings: [
    { says: "prefix", on: ["NestApplication"], members: ["setGlobalPrefix"], prefix: "0", exclude: "1.exclude" },
    {
      says: "versions",
      on: ["NestApplication"],
      members: ["enableVersioning"],
      option: { name: "type", is: "URI" },
      prefix: "0.prefix",
      defaultPrefix: "v",
      defaultVersion: "0.defaultVersion",
    },
    { says: "groups", members: ["RouterModule.register"], decorator: "Module", lists: "controllers" },
  ],
  heritage: [
    { types: ["CanActivate"], members: ["canActivate"], effect: "entry", kind: "middleware", label: "guard" },
    { types: ["NestInterceptor"], members: ["intercept"], effect: "entry", kind: "middleware", label: "interceptor" },
    { types: ["PipeTransform"], members: ["transform"], effect: "entry", kind: "middleware", label: "pipe" },
    { types: ["ExceptionFilter", "BaseExceptionFilter"], members: ["catch"], effect: "entry", kind: "hook", label: "exception filter" },
    { types: ["NestMiddleware"], members: ["use"], effect: "entry", kind: "middleware", label: "middleware" },
    { types: ["OnModuleInit"], members: ["onModuleInit"], effect: "startup" },
    { types: ["OnApplicationBootstrap"], members: ["onApplicationBootstrap"], effect: "startup" },
    { types: ["NestModule"], members: ["configure"], effect: "startup" },
    { types: ["OnModuleDestroy"], members: ["onModuleDestroy"], effect: "ignored" },
    { types: ["BeforeApplicationShutdown"], members: ["beforeApplicationShutdown"], effect: "ignored" },
    { types: ["OnApplicationShutdown"], members: ["onApplicationShutdown"], effect: "ignored" },
  ],
  registrations: [
    { on: ["MiddlewareConsumer"], members: ["apply"], effect: "entry", kind: "middleware", label: "middleware" },
    { on: ["NestApplication"], members: ["use"], effect: "entry", kind: "middleware", label: "middleware {0}" },
    { on: ["NestApplication"], members: ["listen", "startAllMicroservices"], effect: "startup" },
    { members: ["new ValidationPipe"], handlers: [{ at: 0, property: "exceptionFactory" }], effect: "entry", kind: "hook", label: "validation error" },
    { members: ["createParamDecorator"], handlers: [{ at: 0 }], effect: "entry", kind: "hook", label: "parameter decorator" },
    // Provider factories: `providers: [{ provide: "DB", useFactory: () => … }]`.
    { members: ["Module"], handlers: [{ at: 0, property: "*" }], effect: "startup" },
  ],
};

/** Modules are configured by members that have the same names in every package. */
const nestjsModules: Framework = {
  name: "NestJS modules",
  partOf: "NestJS",
  modules: ["*"],
  registrations: [
    {
      members: ["forRootAsync", "registerAsync", "forFeatureAsync"],
      handlers: [{ at: 0, property: "useFactory" }, { at: 0, property: "dataSourceFactory" }],
      effect: "startup",
    },
  ],
};

/** Companion packages: the same shapes under other names. */
export const nestjsCompanions: readonly Framework[] = [
  nestjsModules,
  {
    name: "NestJS WebSockets",
    partOf: "NestJS",
    modules: ["@nestjs/websockets"],
    decorators: [
      { decorators: ["SubscribeMessage"], on: "method", effect: "entry", kind: "websocket", label: 'socket event "{0}"' },
      {
        decorators: ["WebSocketGateway"],
        on: "class",
        members: ["handleConnection", "handleDisconnect"],
        effect: "entry",
        kind: "websocket",
        label: "socket connection",
      },
      { decorators: ["WebSocketGateway"], on: "class", members: ["constructor", "afterInit", "onModuleInit"], effect: "startup" },
    ],
  },
  {
    name: "NestJS microservices",
    partOf: "NestJS",
    modules: ["@nestjs/microservices"],
    decorators: [
      { decorators: ["MessagePattern", "EventPattern"], on: "method", effect: "entry", kind: "rpc", label: "message {0}" },
      { decorators: ["GrpcMethod", "GrpcStreamMethod", "GrpcStreamCall"], on: "method", effect: "entry", kind: "rpc", label: "gRPC {0}.{1}" },
    ],
  },
  {
    name: "NestJS GraphQL",
    partOf: "NestJS",
    modules: ["@nestjs/graphql"],
    decorators: [
      {
        decorators: ["Query", "Mutation", "Subscription", "ResolveField", "ResolveReference", "ResolveProperty"],
        on: "method",
        effect: "entry",
        kind: "resolver",
        label: "GraphQL resolver",
      },
      { decorators: ["Resolver"], on: "class", members: ["constructor", "onModuleInit"], effect: "startup" },
    ],
  },
  {
    name: "NestJS schedule",
    partOf: "NestJS",
    modules: ["@nestjs/schedule"],
    decorators: [{ decorators: ["Cron", "Interval", "Timeout"], on: "method", effect: "entry", kind: "schedule", label: "scheduled job" }],
  },
  {
    name: "NestJS events",
    partOf: "NestJS",
    modules: ["@nestjs/event-emitter", "eventemitter2"],
    types: { Bus: { origins: [], declaredAs: ["@nestjs/event-emitter#EventEmitter2", "eventemitter2#EventEmitter2"] } },
    decorators: [
      {
        decorators: ["OnEvent"],
        on: "method",
        effect: "entry",
        kind: "listener",
        label: '"{0}" listener',
        emittedBy: { on: ["Bus"], members: ["emit", "emitAsync"] },
      },
    ],
  },
  {
    name: "NestJS queues",
    partOf: "NestJS",
    modules: ["@nestjs/bullmq", "@nestjs/bull"],
    decorators: [
      { decorators: ["Process"], on: "method", effect: "entry", kind: "queue", label: "queue job {0}" },
      { decorators: ["OnWorkerEvent", "OnQueueEvent"], on: "method", effect: "entry", kind: "queue", label: "queue event {0}" },
      { decorators: ["Processor"], on: "class", members: ["constructor"], effect: "startup" },
    ],
    heritage: [{ types: ["WorkerHost"], members: ["process"], effect: "entry", kind: "queue", label: "queue job" }],
  },
  {
    name: "NestJS Passport",
    partOf: "NestJS",
    modules: ["@nestjs/passport"],
    // Base classes that a call gives: `class Local extends PassportStrategy(Strategy) { validate() { … } }`.
    heritage: [
      { types: ["PassportStrategy", "()"], members: ["validate"], effect: "entry", kind: "middleware", label: "passport strategy" },
      { types: ["AuthGuard", "()"], members: ["canActivate", "handleRequest"], effect: "entry", kind: "middleware", label: "guard" },
    ],
  },
  {
    name: "NestJS configuration",
    partOf: "NestJS",
    modules: ["@nestjs/config"],
    registrations: [
      { members: ["registerAs"], handlers: [{ at: 1 }], effect: "startup" },
      { members: ["ConfigModule.forRoot"], handlers: [{ at: 0, property: "load" }, { at: 0, property: "validate" }], effect: "startup" },
    ],
  },
  {
    name: "NestJS uploads",
    partOf: "NestJS",
    modules: ["@nestjs/platform-express"],
    registrations: [
      {
        members: ["FileInterceptor", "FilesInterceptor", "FileFieldsInterceptor", "AnyFilesInterceptor", "NoFilesInterceptor"],
        handlers: [0, 1, 2].map((at) => ({ at, property: "fileFilter" })),
        effect: "entry",
        kind: "hook",
        label: "upload filter",
      },
    ],
  },
];
