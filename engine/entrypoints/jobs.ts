/** Scheduled jobs, and the consumers of job queues. Brokers of messages have a file of their own. */
import { chained } from "./chaining.js";
import type { Framework } from "./framework.js";

const listen = ["on", "once", "addListener", "prependListener"] as const;

export const schedulers: Framework = {
  name: "schedulers",
  page: {
    title: "Cron and schedulers",
    homepage: "https://github.com/node-cron/node-cron",
    description:
      "Jobs that a scheduler runs inside the process.",
    examples: ["jobs/schedule.ts", "jobs/cron.js"],
  },
  modules: ["node-cron", "cron", "croner", "node-schedule", "toad-scheduler", "later", "@breejs/later", "cron-async"],
  types: {
    Cron: { origins: ["new Cron", "new default", "Cron()"], declaredAs: ["croner#Cron"] },
    Job: { origins: ["new Job", "scheduleJob()"], declaredAs: ["node-schedule#Job"] },
    Task: { origins: ["schedule()", "createTask()"], declaredAs: ["node-cron#ScheduledTask"] },
    CronJob: { origins: ["new CronJob", "CronJob.from()"], declaredAs: ["cron#CronJob"] },
  },
  registrations: [
    {
      members: [
        "schedule", "scheduleJob", "createTask", "new CronJob", "new Cron", "Cron", "new Task", "new AsyncTask",
        "new Job", "default", "new default",
      ],
      handlers: [{ from: 1 }],
      effect: "entry",
      kind: "schedule",
      label: "scheduled job {0}",
    },
    // A file instead of a function runs in a process of its own.
    { members: ["schedule", "createTask"], handlers: [{ at: 1 }], effect: "offload" },
    {
      members: ["CronJob.from"],
      handlers: [{ at: 0, property: "onTick" }, { at: 0, property: "onComplete" }],
      effect: "entry",
      kind: "schedule",
      label: "scheduled job {0.cronTime}",
    },
    {
      members: ["setInterval", "setTimeout"],
      handlers: [{ at: 0 }],
      effect: "entry",
      kind: "schedule",
      label: "scheduled job",
    },
    { on: ["Cron"], members: ["schedule"], effect: "entry", kind: "schedule", label: "scheduled job" },
    { on: ["CronJob"], members: ["addCallback"], effect: "entry", kind: "schedule", label: "scheduled job" },
    { on: ["Job", "Task"], members: listen, handlers: [{ at: 1 }], effect: "entry", kind: "schedule", label: "scheduled job" },
  ],
};

export const bullmq: Framework = {
  name: "BullMQ",
  page: {
    homepage: "https://docs.bullmq.io",
    description:
      "Processors of queues, in the process or in a sandbox of their own, and the events of workers.",
    examples: ["jobs/queue-consumer.mts", "jobs/worker-events.ts", "jobs/sandboxed-processor.ts"],
  },
  modules: ["bullmq"],
  types: {
    Worker: { origins: ["new Worker", "new WorkerPro", ...chained("Worker", listen)], declaredAs: ["bullmq#Worker"] },
    Events: {
      origins: ["new QueueEvents", "new Queue", "new FlowProducer", ...chained("Events", listen)],
      declaredAs: ["bullmq#QueueEvents", "bullmq#Queue", "bullmq#QueueBase", "bullmq#FlowProducer"],
    },
  },
  registrations: [
    { members: ["new Worker"], handlers: [{ at: 1 }], effect: "entry", kind: "queue", label: "queue job {0}" },
    {
      members: ["new Worker"],
      handlers: [{ at: 2, property: "settings.backoffStrategy" }],
      effect: "entry",
      kind: "queue",
      label: "queue {0} {property}",
    },
    // A sandboxed processor: the file runs in a process or a thread of its own.
    { members: ["new Worker"], handlers: [{ at: 1 }], effect: "offload" },
    {
      on: ["Worker", "Events"],
      members: listen,
      events: ["ready", "closing", "closed"],
      effect: "continuation",
      kind: "listener",
    },
    {
      on: ["Worker", "Events"],
      members: listen,
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "queue",
      label: 'queue event "{0}"',
    },
  ],
};

export const bull: Framework = {
  name: "Bull",
  partOf: "BullMQ",
  modules: ["bull", "bee-queue"],
  types: {
    Queue: {
      origins: ["new default", "default()", "new Queue", ...chained("Queue", listen)],
      declaredAs: ["bull#Queue", "bull#EventEmitter", "bee-queue#BeeQueue"],
    },
  },
  registrations: [
    {
      on: ["Queue"],
      members: ["process"],
      handlers: [{ from: 0 }],
      effect: "entry",
      kind: "queue",
      label: "queue job {0}",
    },
    { on: ["Queue"], members: ["process"], handlers: [{ from: 0 }], effect: "offload" },
    { on: ["Queue"], members: listen, events: ["ready", "close"], effect: "continuation", kind: "listener" },
    {
      on: ["Queue"],
      members: listen,
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "queue",
      label: 'queue event "{0}"',
    },
  ],
};

export const agenda: Framework = {
  name: "Agenda",
  page: {
    homepage: "https://github.com/agenda/agenda",
    description:
      "Definitions of jobs.",
    examples: ["jobs/agenda.ts"],
  },
  modules: ["agenda", "@hokify/agenda", "pulse", "@pulsecron/pulse"],
  types: {
    Agenda: {
      origins: ["new default", "new Agenda", "new Pulse", ...chained("Agenda", listen)],
      declaredAs: ["agenda#Agenda", "@hokify/agenda#Agenda", "@pulsecron/pulse#Pulse"],
    },
  },
  registrations: [
    { on: ["Agenda"], members: ["define"], effect: "entry", kind: "queue", label: "queue job {0}" },
    { on: ["Agenda"], members: listen, events: ["ready"], effect: "continuation", kind: "listener" },
    {
      on: ["Agenda"],
      members: listen,
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "queue",
      label: 'queue event "{0}"',
    },
  ],
};

/** Queues that live in PostgreSQL. */
export const postgresQueues: Framework = {
  name: "PostgreSQL queues",
  modules: ["pg-boss", "graphile-worker"],
  types: { PgBoss: { origins: ["new default", "new PgBoss"], declaredAs: ["pg-boss#PgBoss"] } },
  registrations: [
    {
      on: ["PgBoss"],
      members: ["work", "subscribe", "offWork", "onComplete"],
      effect: "entry",
      kind: "queue",
      label: "queue job {0}",
    },
    {
      on: ["PgBoss"],
      members: listen,
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "queue",
      label: 'queue event "{0}"',
    },
    {
      members: ["run", "runOnce"],
      handlers: [{ at: 0, property: "taskList.*" }],
      effect: "entry",
      kind: "queue",
      label: "queue job {property}",
    },
  ],
};

/** Queues inside the process. */
export const processQueues: Framework = {
  name: "queues in the process",
  modules: ["fastq", "better-queue"],
  registrations: [
    {
      members: ["promise", "default", "new default"],
      handlers: [{ from: 0 }],
      effect: "entry",
      kind: "queue",
      label: "queue worker",
    },
  ],
};

/** Durable executions: steps and activities that a service calls back. */
export const durableJobs: Framework = {
  name: "durable jobs",
  modules: [
    "inngest", "@trigger.dev/sdk", "@trigger.dev/sdk/v3", "@temporalio/worker", "@hatchet-dev/typescript-sdk",
    "@defer/client",
  ],
  types: { Inngest: { origins: ["new Inngest"], declaredAs: ["inngest#Inngest"] } },
  registrations: [
    {
      on: ["Inngest"],
      members: ["createFunction"],
      handlers: [{ at: -1 }],
      effect: "entry",
      kind: "queue",
      label: "function {0.id}",
    },
    {
      members: ["task", "schemaTask", "schedules.task"],
      handlers: [
        "run", "onSuccess", "onFailure", "onStart", "init", "cleanup", "middleware", "handleError", "catchError",
      ].map((property) => ({ at: 0, property })),
      effect: "entry",
      kind: "queue",
      label: "task {0.id}",
    },
    {
      members: ["Worker.create"],
      handlers: [{ at: 0, property: "activities.*" }],
      effect: "entry",
      kind: "queue",
      label: "activity {property}",
    },
    // Workflows run in an isolate on another thread, bundled from the file that is named.
    { members: ["Worker.create"], handlers: [{ at: 0, property: "workflowsPath" }], effect: "offload" },
  ],
};
