// @valid
import { readFileSync, writeFileSync } from "node:fs";
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from "@nestjs/common";

@Injectable()
export class Cache implements OnApplicationBootstrap, OnModuleDestroy {
  async onApplicationBootstrap(): Promise<void> {
    readFileSync("cache.json");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
  }

  async onModuleDestroy(): Promise<void> {
    writeFileSync("cache.json", "{}");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ script
  }
}
