import { Controller, Injectable, type OnModuleInit, Post } from "@nestjs/common";
import { EventEmitter2, OnEvent } from "@nestjs/event-emitter";
import { readFileSync } from "node:fs";

@Injectable()
export class Listeners {
  @OnEvent("order.placed")
  placed(): void {
    readFileSync("order.json");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /orders → place → placed → fs.readFileSync
  }

  @OnEvent("warm")
  warm(): void {
    readFileSync("cache.json");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
  }

  @OnEvent("order.*")
  any(): void {
    readFileSync("log.json");
//  ^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: "order.*" listener → any → fs.readFileSync
  }
}

@Controller("orders")
export class Orders implements OnModuleInit {
  constructor(private readonly events: EventEmitter2) {}

  onModuleInit(): void {
    this.events.emit("warm");
  }

  @Post()
  place(): void {
    this.events.emit("order.placed", { id: 1 });
  }
}
