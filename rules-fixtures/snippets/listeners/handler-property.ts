import { readFileSync } from "node:fs";
import WebSocketClient, { WebSocketServer } from "ws";

const socket = new WebSocket("wss://prices.example");
socket.onmessage = (event) => {
  console.log(readFileSync(String(event.data), "utf8"));
  //          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: "message" listener → onmessage → fs.readFileSync
};

const source = new EventSource("https://prices.example");
source.onmessage = update;

function update(): void {
  readFileSync("prices.json", "utf8");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: "message" listener → update → fs.readFileSync
}

const client = new WebSocketClient("wss://news.example");
client.onmessage = () => {
  readFileSync("news.json", "utf8");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: WebSocket event "message" → onmessage → fs.readFileSync
};

new WebSocketServer({ port: 8080 }).on("connection", (visitor) => {
  visitor.onmessage = () => {
    readFileSync("answer.json", "utf8");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: WebSocket event "message" → onmessage → fs.readFileSync
  };
});

export class Feed {
  readonly #channel = new BroadcastChannel("feed");

  constructor() {
    this.#channel.onmessage = this.receive.bind(this);
  }

  receive(): void {
    readFileSync("feed.json", "utf8");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: "message" listener → receive → fs.readFileSync
  }
}
