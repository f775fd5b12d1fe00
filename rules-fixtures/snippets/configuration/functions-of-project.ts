// @filename: loopguard.config.json
{
  "blocking": [
    { "module": "./native.ts", "member": "Scanner.scan", "kind": "cpu", "ms": 40 },
    { "module": "./native", "member": "load", "kind": "sync-io" }
  ],
  "entryPoints": [
    { "module": "./jobs.ts", "member": "nightly", "kind": "schedule", "label": "nightly job" },
    { "module": "./jobs.ts", "member": "Jobs.weekly", "kind": "schedule" },
    { "module": "./bus.ts", "member": "subscribe", "argument": 1, "kind": "queue", "label": "message {0}" }
  ],
  "offload": [{ "module": "./bus.ts", "member": "elsewhere", "argument": 0 }],
  "startup": [{ "module": "./jobs.ts", "member": "warmUp" }]
}
// @filename: native.ts
export class Scanner {
  scan(text: string): number {
    return text.length;
  }
}

export function load(): string {
  return "model";
}
// @filename: bus.ts
export function subscribe(name: string, listener: (text: string) => void): void {
  listener(name);
}

export function elsewhere(task: () => void): void {
  task();
}
// @filename: jobs.ts
import { readFileSync, rmSync, statSync } from "node:fs";
import { load, Scanner } from "./native";

const scanner = new Scanner();

export function nightly(): void {
  rmSync("cache", { recursive: true });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: nightly job → nightly → fs.rmSync
}

export class Jobs {
  weekly(): number {
    return scanner.scan("report");
//         ^^^^^^^^^^^^^^^^^^^^^^ no-sync-cpu definite: Jobs.weekly → weekly → Scanner.scan
  }
}

export function warmUp(): string {
  return load() + readFileSync("model.bin", "utf8");
//       ^^^^^^ startup
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
}

export function size(): number {
  return statSync("model.bin").size;
//       ^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: message resize → size → fs.statSync
}
// @filename: server.ts
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { elsewhere, subscribe } from "./bus";
import { size, warmUp } from "./jobs";

subscribe("resize", () => {
  size();
});

createServer((_request, response) => {
  elsewhere(() => {
    writeFileSync("seen", "");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^ worker
  });
  response.end(warmUp());
});
