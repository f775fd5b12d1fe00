/** Consumers of message brokers: AMQP, Kafka, NATS, MQTT, Redis, Google Cloud Pub/Sub, SQS. */
import { chained } from "./chaining.js";
import type { Framework } from "./framework.js";

const listen = ["on", "once", "addListener", "prependListener"] as const;

/** What a connection tells of itself once, or when it fails. */
const connectionEvents = [
  "connect", "ready", "close", "end", "error", "reconnecting", "offline", "disconnect", "blocked", "unblocked", "wait",
];

export const amqp: Framework = {
  name: "AMQP",
  page: {
    homepage: "https://amqp-node.github.io/amqplib/",
    description:
      "Consumers of messages.",
    examples: ["jobs/amqp.ts"],
  },
  modules: ["amqplib", "amqplib/callback_api", "amqp-connection-manager"],
  types: {
    Connection: {
      origins: ["connect()"],
      declaredAs: ["amqplib#ChannelModel", "amqplib#Connection", "amqp-connection-manager#IAmqpConnectionManager"],
    },
    Channel: {
      origins: ["Connection.createChannel()", "Connection.createConfirmChannel()"],
      declaredAs: ["amqplib#Channel", "amqplib#ConfirmChannel", "amqp-connection-manager#ChannelWrapper"],
    },
  },
  registrations: [
    {
      on: ["Channel"],
      members: ["consume"],
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "queue",
      label: "queue message {0}",
    },
    {
      on: ["Connection", "Channel"],
      members: listen,
      events: connectionEvents,
      effect: "continuation",
      kind: "listener",
    },
    {
      on: ["Channel"],
      members: listen,
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "listener",
      label: 'channel event "{0}"',
    },
    { members: ["connect"], effect: "continuation", kind: "callback", parameters: [undefined, "Connection"] },
    {
      on: ["Connection"],
      members: ["createChannel", "createConfirmChannel"],
      effect: "continuation",
      kind: "callback",
      parameters: [undefined, "Channel"],
    },
    {
      on: ["Connection"],
      members: ["createChannel"],
      handlers: [{ at: 0, property: "setup" }],
      effect: "continuation",
      kind: "callback",
      parameters: ["Channel"],
    },
    { on: ["Channel"], members: ["addSetup"], effect: "continuation", kind: "callback", parameters: ["Channel"] },
  ],
};

export const kafka: Framework = {
  name: "Kafka",
  page: {
    homepage: "https://kafka.js.org",
    description:
      "Consumers of messages.",
    examples: ["jobs/kafka.ts"],
  },
  modules: ["kafkajs", "@confluentinc/kafka-javascript", "node-rdkafka"],
  types: {
    Kafka: { origins: ["new Kafka", "new KafkaJS.Kafka"], declaredAs: ["kafkajs#Kafka"] },
    // An alias of an object type: what is declared as one is known by the alias alone.
    Consumer: { origins: ["Kafka.consumer()", "Consumer"], declaredAs: ["kafkajs#Consumer"] },
    Stream: {
      origins: ["new KafkaConsumer", "KafkaConsumer.createReadStream()", ...chained("Stream", listen)],
      declaredAs: ["node-rdkafka#KafkaConsumer"],
    },
  },
  registrations: [
    {
      members: ["new Kafka"],
      handlers: ["logCreator.()", "retry.restartOnFailure"].map((property) => ({ at: 0, property })),
      effect: "entry",
      kind: "hook",
      label: "Kafka {property}",
    },
    {
      on: ["Kafka"],
      members: ["producer", "consumer"],
      handlers: ["createPartitioner.()", "retry.restartOnFailure"].map((property) => ({ at: 0, property })),
      effect: "entry",
      kind: "hook",
      label: "Kafka {property}",
    },
    {
      on: ["Consumer"],
      members: ["run"],
      handlers: [{ at: 0, property: "*" }],
      effect: "entry",
      kind: "queue",
      label: "Kafka {property}",
    },
    {
      on: ["Consumer"],
      members: ["on"],
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "queue",
      label: "Kafka consumer event",
    },
    { on: ["Stream"], members: listen, events: ["data"], effect: "entry", kind: "queue", label: "Kafka message" },
  ],
};

export const nats: Framework = {
  name: "NATS",
  modules: ["nats", "@nats-io/transport-node", "@nats-io/nats-core"],
  types: {
    Connection: { origins: ["connect()"], declaredAs: ["nats#NatsConnection", "@nats-io/nats-core#NatsConnection"] },
  },
  registrations: [
    {
      on: ["Connection"],
      members: ["subscribe"],
      handlers: [{ at: 1, property: "callback" }],
      effect: "entry",
      kind: "queue",
      label: "NATS message {0}",
    },
  ],
};

export const mqtt: Framework = {
  name: "MQTT",
  modules: ["mqtt", "async-mqtt", "aedes"],
  types: {
    Client: {
      origins: ["connect()", "connectAsync()", "new MqttClient", ...chained("Client", listen)],
      declaredAs: ["mqtt#MqttClient", "async-mqtt#AsyncMqttClient"],
    },
    Broker: { origins: ["new default", "new Aedes", "default()"], declaredAs: ["aedes#Aedes"] },
  },
  registrations: [
    { on: ["Client"], members: listen, events: connectionEvents, effect: "continuation", kind: "listener" },
    { on: ["Client"], members: listen, handlers: [{ at: 1 }], effect: "entry", kind: "queue", label: 'MQTT "{0}"' },
    {
      on: ["Broker"],
      members: listen,
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "queue",
      label: 'MQTT broker "{0}"',
    },
  ],
};

export const ioredis: Framework = {
  name: "ioredis",
  modules: ["ioredis"],
  types: {
    Redis: {
      origins: [
        "new default", "new Redis", "new Cluster", "default.createClient()", "Redis.duplicate()",
        ...chained("Redis", listen),
      ],
      declaredAs: ["ioredis#Redis", "ioredis#Cluster"],
    },
  },
  registrations: [
    { on: ["Redis"], members: listen, events: connectionEvents, effect: "continuation", kind: "listener" },
    { on: ["Redis"], members: listen, handlers: [{ at: 1 }], effect: "entry", kind: "queue", label: 'Redis "{0}"' },
    // A callback of a command, which promises replaced.
    {
      on: ["Redis"],
      members: ["subscribe", "psubscribe", "get", "set", "del", "hget", "hset", "eval"],
      handlers: [{ at: -1 }],
      effect: "continuation",
      kind: "callback",
    },
  ],
};

export const redis: Framework = {
  name: "redis",
  modules: ["redis", "@redis/client"],
  types: {
    Client: {
      origins: ["createClient()", "createCluster()", "Client.duplicate()", ...chained("Client", listen)],
      declaredAs: ["@redis/client#RedisClient", "@redis/client#RedisClientType"],
    },
  },
  registrations: [
    {
      on: ["Client"],
      members: ["subscribe", "pSubscribe", "sSubscribe"],
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "queue",
      label: "Redis message {0}",
    },
    { on: ["Client"], members: listen, events: connectionEvents, effect: "continuation", kind: "listener" },
    { on: ["Client"], members: listen, handlers: [{ at: 1 }], effect: "entry", kind: "queue", label: 'Redis "{0}"' },
  ],
};

export const cloudQueues: Framework = {
  name: "cloud queues",
  modules: ["@google-cloud/pubsub", "sqs-consumer", "@azure/service-bus", "@rxfork/sqs-consumer"],
  types: {
    PubSub: { origins: ["new PubSub"], declaredAs: ["@google-cloud/pubsub#PubSub"] },
    Subscription: {
      origins: ["PubSub.subscription()", "PubSub.topic().subscription()", ...chained("Subscription", listen)],
      declaredAs: ["@google-cloud/pubsub#Subscription"],
    },
    Receiver: {
      origins: ["new ServiceBusClient.createReceiver()"],
      declaredAs: ["@azure/service-bus#ServiceBusReceiver"],
    },
    Consumer: {
      origins: ["Consumer.create()", "new Consumer", ...chained("Consumer", listen)],
      declaredAs: ["sqs-consumer#Consumer"],
    },
  },
  registrations: [
    {
      on: ["Subscription"],
      members: listen,
      events: ["message"],
      effect: "entry",
      kind: "queue",
      label: "Pub/Sub message",
    },
    {
      on: ["Receiver"],
      members: ["subscribe"],
      handlers: [{ at: 0, property: "*" }],
      effect: "entry",
      kind: "queue",
      label: "Service Bus {property}",
    },
    {
      members: ["Consumer.create", "new Consumer"],
      handlers: ["handleMessage", "handleMessageBatch", "preReceiveMessageCallback", "postReceiveMessageCallback"].map(
        (property) => ({ at: 0, property }),
      ),
      effect: "entry",
      kind: "queue",
      label: "SQS message",
    },
    {
      on: ["Consumer"],
      members: listen,
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "queue",
      label: 'SQS event "{0}"',
    },
  ],
};
