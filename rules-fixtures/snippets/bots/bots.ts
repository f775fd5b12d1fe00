import { execSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { Client, Events } from "discord.js";
import { Bot } from "grammy";
import { App } from "@slack/bolt";

const client = new Client({ intents: [] });

client.on("messageCreate", async (message) => {
  await message.reply(readFileSync("help.txt", "utf8"));
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: Discord "messageCreate" → fs.readFileSync
});

client.once(Events.ClientReady, () => {
  readFileSync("banner.txt");
//^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
});

const bot = new Bot("token");

bot.command("uptime", (context) => context.reply(execSync("uptime").toString()));
//                                               ^^^^^^^^^^^^^^^^^^ no-sync-io definite: Telegram command uptime → child_process.execSync

const slack = new App({ token: "…" });

slack.command("/uptime", async ({ ack }) => {
  await ack(execSync("uptime").toString());
//          ^^^^^^^^^^^^^^^^^^ no-sync-io definite: Slack command /uptime → child_process.execSync
});
