import { Hono } from "hono";
import { createFactory } from "hono/factory";
import { MenuPrinter } from "../services/menu-printer.js";

const factory = createFactory();
const printer = new MenuPrinter();

const today = factory.createHandlers((c) => c.text(printer.print("today")));

const tomorrow = factory.createHandlers(async (c) => c.text(await printer.printLater("tomorrow")));

export const menus = new Hono();

menus.get("/today", ...today);
menus.get("/tomorrow", ...tomorrow);
menus.delete("/today", () => {
  throw new Error("the menu is fixed");
});
