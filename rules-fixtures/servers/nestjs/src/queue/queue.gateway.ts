import { setTimeout as delay } from "node:timers/promises";
import { MessageBody, SubscribeMessage, WebSocketGateway } from "@nestjs/websockets";

@WebSocketGateway({ namespace: "queue" })
export class QueueGateway {
  private readonly waiting: string[] = [];

  @SubscribeMessage("join")
  join(@MessageBody() name: string): boolean {
    this.waiting.push(name);
    this.settle();
    return this.waiting.includes(name);
  }

  @SubscribeMessage("leave")
  async leave(@MessageBody() name: string): Promise<boolean> {
    await delay(20);
    return !this.waiting.includes(name);
  }

  /** Gives the display time to follow. */
  private settle(): void {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 150);
  }
}
