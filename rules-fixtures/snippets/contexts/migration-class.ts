import { readFileSync, rmSync } from "node:fs";
import type { MigrationInterface, QueryRunner } from "typeorm";

export class AddUsers implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(readFileSync("users.sql", "utf8"));
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
  }

  async down(): Promise<void> {
    await Promise.resolve();
    rmSync("users.sql");
//  ^^^^^^^^^^^^^^^^^^^ startup
  }
}
