/** Every framework the engine knows. Adding one: a file of data beside this one, and a line here. */
import { adonis, adonisCommands, adonisEvents, adonisRouter, adonisValidation } from "./adonis.js";
import { authJs, betterAuth, oauth2Server, passport, passportStrategies, sessions } from "./authentication.js";
import { awsLambda, awsLambdaStreams, middy } from "./aws-lambda.js";
import { discord, slack, telegram } from "./bots.js";
import { angular, angularInPages, pageScripts, preact, reactQuery, solid, svelte, vite } from "./browser.js";
import { asyncContext, nodeCallbacks } from "./callbacks.js";
import { classTransformer, classValidator } from "./class-validation.js";
import { collections, lodash, mergers, ramda, rxjs } from "./collections.js";
import { commandClasses, commandLine, commandModules } from "./command-line.js";
import { lucid, mikroOrm, mongoose, prisma, sequelize, typeorm } from "./data-models.js";
import { awilix, awilixHandlers, inversify, tsyringe } from "./dependency-containers.js";
import { electron, electronRenderer, electronUpdater } from "./electron.js";
import { elysia } from "./elysia.js";
import { emitters, eventBuses, eventBusPackages, eventTargets, processEvents, pubSub, streamClasses } from "./emitters.js";
import { expressMiddleware, expressPolicies } from "./express-middleware.js";
import { express } from "./express.js";
import { fastify } from "./fastify.js";
import { fetchHandlers } from "./fetch-handlers.js";
import type { Framework } from "./framework.js";
import {
  apolloDataSources,
  apolloServer,
  dataLoader,
  envelopPlugins,
  graphqlJs,
  graphqlOverHttp,
  graphqlSchemas,
  graphqlTools,
  graphqlYoga,
  mercurius,
  pothos,
  typeGraphql,
} from "./graphql.js";
import { h3, h3Hooks, nitro, nitroGlobals, nuxt } from "./h3.js";
import { hapi } from "./hapi.js";
import { hono, honoFactories, honoMiddleware, honoNodeServer, honoSockets, honoValidators } from "./hono.js";
import { agenda, bull, bullmq, durableJobs, postgresQueues, processQueues, schedulers } from "./jobs.js";
import { koa, koaComposition, koaRouter } from "./koa.js";
import { amqp, cloudQueues, ioredis, kafka, mqtt, nats, redis } from "./messaging.js";
import { nestjs, nestjsCompanions } from "./nestjs.js";
import { nextConnect, nextjs, nextjsServer } from "./nextjs.js";
import { routingControllers } from "./routing-controllers.js";
import { tsoa } from "./tsoa.js";
import { nodeHttp, nodeNet } from "./node-http.js";
import { processManagers, workerPools, workerThreads } from "./offloads.js";
import { orpc } from "./orpc.js";
import { asyncLibrary, coroutines, promiseLibraries, promises } from "./promises.js";
import { reactDomClient, reactDomServer, reactEffects } from "./react.js";
import { reactRouter, reactRouterAdapters } from "./react-router.js";
import {
  bodyParsers,
  databaseClients,
  fileWatchers,
  morgan,
  multer,
  openTelemetry,
  pino,
  prometheus,
  winston,
} from "./request-companions.js";
import { connectRpc, feathers, grpc, meteor, moleculer } from "./rpc.js";
import { joi, superstruct, valibot, vine, yup, zod } from "./schemas.js";
import { socketIo, socketIoClient } from "./socket-io.js";
import { svelteKit, svelteKitHooks, svelteKitRemoteFunctions } from "./sveltekit.js";
import { tests } from "./tests.js";
import { longTimers, processTicks, timers } from "./timers.js";
import { trpc } from "./trpc.js";
import { untypedReceivers } from "./untyped-receivers.js";
import { functionMethods, memoisers, onces, promisifiers, reactCache, wrappers } from "./wrappers.js";
import { ws } from "./ws.js";

/**
 * In order of precedence: where several registrations fit a call, the first one counts, in this
 * list and inside each framework. The more specific stand first.
 */
export const frameworks: readonly Framework[] = [
  express,
  expressMiddleware,
  expressPolicies,
  fastify,
  koa,
  koaRouter,
  koaComposition,
  hono,
  honoFactories,
  honoNodeServer,
  honoMiddleware,
  honoSockets,
  honoValidators,
  nestjs,
  ...nestjsCompanions,
  tsoa,
  routingControllers,
  awilix,
  awilixHandlers,
  inversify,
  tsyringe,
  classTransformer,
  classValidator,
  zod,
  valibot,
  yup,
  joi,
  superstruct,
  vine,
  nextjs,
  nextjsServer,
  nextConnect,
  svelteKit,
  svelteKitHooks,
  svelteKitRemoteFunctions,
  reactRouter,
  reactRouterAdapters,
  elysia,
  h3,
  h3Hooks,
  nitro,
  nitroGlobals,
  nuxt,
  adonis,
  adonisRouter,
  adonisValidation,
  adonisEvents,
  adonisCommands,
  awsLambda,
  awsLambdaStreams,
  middy,
  hapi,
  nodeHttp,
  nodeNet,
  socketIo,
  socketIoClient,
  ws,
  fetchHandlers,
  trpc,
  orpc,
  graphqlSchemas,
  apolloServer,
  apolloDataSources,
  graphqlYoga,
  envelopPlugins,
  graphqlTools,
  graphqlJs,
  graphqlOverHttp,
  pothos,
  typeGraphql,
  mercurius,
  dataLoader,
  electron,
  electronRenderer,
  electronUpdater,
  schedulers,
  bullmq,
  bull,
  agenda,
  postgresQueues,
  processQueues,
  durableJobs,
  amqp,
  kafka,
  nats,
  mqtt,
  ioredis,
  redis,
  cloudQueues,
  grpc,
  connectRpc,
  moleculer,
  meteor,
  feathers,
  discord,
  telegram,
  slack,
  passport,
  passportStrategies,
  sessions,
  betterAuth,
  authJs,
  oauth2Server,
  mongoose,
  sequelize,
  typeorm,
  mikroOrm,
  lucid,
  prisma,
  multer,
  bodyParsers,
  winston,
  pino,
  morgan,
  prometheus,
  openTelemetry,
  fileWatchers,
  databaseClients,
  timers,
  longTimers,
  processTicks,
  workerThreads,
  workerPools,
  processManagers,
  memoisers,
  onces,
  reactCache,
  reactEffects,
  reactDomServer,
  reactDomClient,
  promisifiers,
  wrappers,
  functionMethods,
  promises,
  promiseLibraries,
  coroutines,
  asyncLibrary,
  collections,
  lodash,
  mergers,
  ramda,
  rxjs,
  asyncContext,
  nodeCallbacks,
  processEvents,
  eventBuses,
  eventBusPackages,
  pubSub,
  emitters,
  streamClasses,
  eventTargets,
  angular,
  angularInPages,
  pageScripts,
  preact,
  solid,
  svelte,
  vite,
  reactQuery,
  tests,
  commandLine,
  commandClasses,
  commandModules,
  untypedReceivers,
];
