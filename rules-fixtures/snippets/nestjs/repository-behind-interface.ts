// @filename: users.repository.ts
export abstract class UsersRepository {
  abstract find(name: string): string;
}
// @filename: disk-users.repository.ts
import { readFileSync } from "node:fs";
import { Injectable } from "@nestjs/common";
import { UsersRepository } from "./users.repository";

@Injectable()
export class DiskUsersRepository extends UsersRepository {
  override find(name: string): string {
    return readFileSync(`users/${name}.json`, "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: GET /users/:name → show → find → fs.readFileSync
  }
}
// @filename: users.controller.ts
import { Controller, Get, Module, Param } from "@nestjs/common";
import { DiskUsersRepository } from "./disk-users.repository";
import { UsersRepository } from "./users.repository";

@Controller("users")
export class UsersController {
  constructor(private readonly users: UsersRepository) {}

  @Get(":name")
  show(@Param("name") name: string): string {
    return this.users.find(name);
  }
}

@Module({ controllers: [UsersController], providers: [{ provide: UsersRepository, useClass: DiskUsersRepository }] })
export class UsersModule {}
