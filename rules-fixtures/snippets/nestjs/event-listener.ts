// @only: untyped because the package is not installed here
import { readFileSync } from "node:fs";
import { OnEvent } from "@nestjs/event-emitter";

export class OrderListener {
  @OnEvent("order.created")
  created(): void {
    readFileSync("mail.html", "utf8");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: "order.created" listener → created → fs.readFileSync
  }
}
