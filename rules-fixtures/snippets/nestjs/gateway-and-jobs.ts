// @only: untyped because these packages are not installed here
import { readFileSync } from "node:fs";
import { Cron } from "@nestjs/schedule";
import { SubscribeMessage, WebSocketGateway } from "@nestjs/websockets";

@WebSocketGateway()
export class ChatGateway {
  @SubscribeMessage("history")
  history(): string {
    return readFileSync("history.json", "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: socket event "history" → history → fs.readFileSync
  }

  @Cron("0 * * * *")
  rotate(): void {
    readFileSync("history.json", "utf8");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: scheduled job → rotate → fs.readFileSync
  }
}
