import Router from "@koa/router";
import bcrypt from "bcryptjs";
import Tinypool from "tinypool";
import { sealTicket, sealTicketLater } from "../services/cards.js";

const pool = new Tinypool({
  filename: new URL("../workers/prices.js", import.meta.url).href,
  maxThreads: 1,
  minThreads: 1,
});

const tickets = new Router();

class TicketController {
  issue = async (ctx) => {
    ctx.status = 201;
    ctx.body = { seal: sealTicket(ctx.params.number) };
  };

  async issueLater(ctx) {
    ctx.status = 201;
    ctx.body = { seal: await sealTicketLater(ctx.params.number) };
  }

  /** An asynchronous name, and all of the work on the event loop. */
  async makeRecoveryCodes(ctx) {
    const codes = Array.from({ length: 6 }, (_, i) => `${ctx.params.number}-${i}`);
    const hashes = await Promise.all(codes.map((code) => bcrypt.hash(code, 10)));
    ctx.body = { hashes: hashes.length };
  }

  async price(ctx) {
    ctx.body = { price: await pool.run(Number(ctx.params.number)) };
  }
}

const controller = new TicketController();

tickets.post("/tickets/:number", controller.issue);
tickets.post("/tickets/:number/later", controller.issueLater.bind(controller));
tickets.put("/tickets/:number/codes", controller.makeRecoveryCodes);
tickets.get("/tickets/:number/price", (ctx) => controller.price(ctx));

export { tickets };
