import Koa from "koa";
import { errors } from "./middleware/errors.js";
import { members } from "./middleware/members.js";
import { works } from "./routes/works.js";
import { tickets } from "./routes/tickets.js";
import { settings } from "./settings.js";
import { auditTrail } from "./services/audit.js";

export function createApplication() {
  const app = new Koa();
  app.on("error", (error) => auditTrail.add(error.message));

  app.use(errors());
  app.use(async (ctx, next) => {
    if (ctx.path !== "/") return await next();
    ctx.body = { title: settings.title, opens: settings.opens };
  });
  for (const router of [works, tickets]) {
    app.use(router.routes()).use(router.allowedMethods());
  }
  app.use(members);
  app.use((ctx) => {
    if (ctx.path === "/members") ctx.body = { member: ctx.state.member };
  });
  return app;
}
