import express, { type Express } from "express";
import type { Config } from "./config.js";
import { blockList } from "./middleware/block-list.js";
import { notices } from "./routes/notices.js";
import { sessions } from "./routes/sessions.js";

export function createApp(config: Config): Express {
  const app = express();
  app.use(blockList);
  app.use(express.json());
  app.use(sessions);
  app.use(notices);
  app.get("/", (_request, response) => {
    response.send(config.title);
  });
  return app;
}
