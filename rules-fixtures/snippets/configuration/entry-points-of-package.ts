// @filename: loopguard.config.json
{
  "entryPoints": [
    { "module": "@acme/rpc", "member": "Server.handle", "argument": 1, "kind": "rpc", "label": "RPC {0}" },
    { "module": "@acme/rpc", "member": "serve", "argument": 0, "property": "onCall", "label": "RPC call" },
    { "module": "@acme/rpc", "decorator": "Remote", "kind": "rpc", "label": "RPC {0}" },
    { "module": "@acme/rpc", "extends": "Procedure", "member": "run", "label": "RPC procedure" }
  ]
}
// @filename: server.ts
import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { Procedure, Remote, serve, Server } from "@acme/rpc";

const server = new Server();
server.handle("terms", () => readFileSync("terms.html", "utf8"));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: RPC terms → fs.readFileSync

serve({ name: "files", onCall: (name: string) => statSync(name).size });
//                                               ^^^^^^^^^^^^^^ no-sync-io definite: RPC call → onCall → fs.statSync

export class Files {
  @Remote("remove")
  remove(name: string): void {
    rmSync(name);
//  ^^^^^^^^^^^^ no-sync-io definite: RPC remove → remove → fs.rmSync
  }
}

export class Save extends Procedure {
  run(name: string): void {
    writeFileSync(name, "");
//  ^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: RPC procedure Save → run → fs.writeFileSync
  }
}
