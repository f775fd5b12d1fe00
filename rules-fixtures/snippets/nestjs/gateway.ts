import { readFileSync } from "node:fs";
import {
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
} from "@nestjs/websockets";

@WebSocketGateway({ namespace: "chat" })
export class ChatGateway implements OnGatewayConnection, OnGatewayDisconnect, OnGatewayInit {
  afterInit(): void {
    readFileSync("rooms.json", "utf8");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
  }

  handleConnection(): void {
    readFileSync("greeting.txt", "utf8");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: socket connection → handleConnection → fs.readFileSync
  }

  handleDisconnect(): void {
    readFileSync("farewell.txt", "utf8");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: socket connection → handleDisconnect → fs.readFileSync
  }

  @SubscribeMessage("history")
  history(): string {
    return readFileSync("history.json", "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: socket event "history" → history → fs.readFileSync
  }

  // Nobody calls it.
  forget(): string {
    return readFileSync("forgotten.json", "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown
  }
}
