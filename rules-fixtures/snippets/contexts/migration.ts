// @filename: db/migrations/20240101_users.ts
import { readFileSync } from "node:fs";

export async function up(database: { raw(sql: string): Promise<void> }): Promise<void> {
  await database.raw(readFileSync("users.sql", "utf8"));
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ script
}
// @filename: db/knex_migrations/20240102_roles.ts
import { readFileSync } from "node:fs";

export async function up(database: { raw(sql: string): Promise<void> }): Promise<void> {
  await database.raw(readFileSync("roles.sql", "utf8"));
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ script
}
// @filename: db/seeds/users.ts
import { readFileSync } from "node:fs";

export const seed = async (database: { raw(sql: string): Promise<void> }): Promise<void> => {
  await database.raw(readFileSync("seed.sql", "utf8"));
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ script
};
