/** Chat bots: commands, messages, interactions. */
import { chained } from "./chaining.js";
import type { Framework } from "./framework.js";

const listen = ["on", "once", "addListener"] as const;

export const discord: Framework = {
  name: "discord.js",
  modules: ["discord.js"],
  types: { Client: { origins: ["new Client", ...chained("Client", listen)], declaredAs: ["discord.js#Client"] } },
  registrations: [
    { on: ["Client"], members: listen, events: ["ready", "clientReady"], effect: "continuation", kind: "listener" },
    { on: ["Client"], members: ["once"], handlers: [{ at: 1 }], effect: "continuation", kind: "listener" },
    {
      on: ["Client"],
      members: listen,
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "listener",
      label: 'Discord "{0}"',
    },
  ],
};

const telegramMembers = [
  "command", "on", "hears", "action", "start", "help", "settings", "inlineQuery", "callbackQuery", "gameQuery",
  "reaction", "use", "filter", "branch", "chatType", "catch",
] as const;

export const telegram: Framework = {
  name: "Telegram bots",
  modules: ["telegraf", "grammy", "node-telegram-bot-api"],
  types: {
    Bot: {
      origins: ["new Telegraf", "new Bot", "new Composer", "new default", ...chained("Bot", telegramMembers)],
      declaredAs: [
        "telegraf#Telegraf", "telegraf#Composer", "grammy#Bot", "grammy#Composer", "node-telegram-bot-api#TelegramBot",
      ],
    },
  },
  registrations: [
    { on: ["Bot"], members: telegramMembers, effect: "entry", kind: "listener", label: "Telegram {member} {0}" },
    {
      on: ["Bot"],
      members: ["onText"],
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "listener",
      label: "Telegram text {0}",
    },
  ],
};

export const slack: Framework = {
  name: "Slack Bolt",
  modules: ["@slack/bolt"],
  types: { App: { origins: ["new App", "new default.App"], declaredAs: ["@slack/bolt#App"] } },
  registrations: [
    {
      on: ["App"],
      members: [
        "message", "event", "action", "command", "shortcut", "view", "options", "function", "step", "use", "error",
      ],
      effect: "entry",
      kind: "listener",
      label: "Slack {member} {0}",
    },
    {
      members: ["new App"],
      handlers: [{ at: 0, property: "authorize" }],
      effect: "entry",
      kind: "middleware",
      label: "Slack {property}",
    },
  ],
};
