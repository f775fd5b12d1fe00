/** Scheduled jobs and queue consumers. */
import type { Framework } from "./framework.js";

export const schedulers: Framework = {
  name: "schedulers",
  modules: ["node-cron", "cron", "croner", "node-schedule", "toad-scheduler", "later"],
  registrations: [
    {
      members: ["schedule", "scheduleJob", "createTask", "new CronJob", "new Cron", "Cron", "new Task", "new AsyncTask", "default", "new default"],
      handlers: [{ from: 1 }],
      effect: "entry",
      kind: "schedule",
      label: "scheduled job {0}",
    },
    { members: ["CronJob.from"], handlers: [{ at: 0, property: "onTick" }], effect: "entry", kind: "schedule", label: "scheduled job" },
  ],
};

export const queues: Framework = {
  name: "queues",
  modules: ["bullmq", "bull", "bee-queue", "agenda", "pg-boss", "amqplib", "kafkajs", "fastq", "better-queue"],
  types: {
    Queue: { origins: ["new default", "default()", "new Queue"], declaredAs: ["bull#Queue", "bee-queue#BeeQueue"] },
    Agenda: { origins: ["new default", "new Agenda"], declaredAs: ["agenda#Agenda"] },
    PgBoss: { origins: ["new default", "new PgBoss"], declaredAs: ["pg-boss#PgBoss"] },
    Channel: {
      origins: ["connect().createChannel()", "connect().createConfirmChannel()"],
      declaredAs: ["amqplib#Channel", "amqplib#ConfirmChannel"],
    },
    Consumer: { origins: ["new Kafka.consumer()"], declaredAs: ["kafkajs#Consumer"] },
  },
  registrations: [
    { members: ["new Worker"], handlers: [{ at: 1 }], effect: "entry", kind: "queue", label: "queue job {0}" },
    { on: ["Queue"], members: ["process"], effect: "entry", kind: "queue", label: "queue job" },
    { on: ["Agenda"], members: ["define"], effect: "entry", kind: "queue", label: "queue job {0}" },
    { on: ["PgBoss"], members: ["work"], effect: "entry", kind: "queue", label: "queue job {0}" },
    { on: ["Channel"], members: ["consume"], handlers: [{ at: 1 }], effect: "entry", kind: "queue", label: "queue message {0}" },
    { on: ["Consumer"], members: ["run"], handlers: [{ at: 0, property: "*" }], effect: "entry", kind: "queue", label: "queue message" },
    { members: ["promise", "default"], handlers: [{ from: 0 }], effect: "entry", kind: "queue", label: "queue worker" },
  ],
};
