// @filename: vitest.setup.ts
import { mkdtempSync } from "node:fs";

export async function setup(): Promise<void> {
  await Promise.resolve();
  mkdtempSync("data-");
}
// @filename: cypress/support/commands.ts
import { readFileSync } from "node:fs";

export async function visit(): Promise<string> {
  await Promise.resolve();
  return readFileSync("visit.json", "utf8");
}
// @filename: src/login.cy.ts
import { readFileSync } from "node:fs";

export const login = async (): Promise<string> => readFileSync("login.json", "utf8");
// @filename: playwright.config.ts
import { readFileSync } from "node:fs";

export default { webServer: async () => readFileSync("server.json", "utf8") };
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ script
