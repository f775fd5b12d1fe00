// @filename: loopguard.config.json
{
  "blocking": [
    {
      "module": "@acme/reports",
      "member": "renderSync",
      "ms": 120,
      "twin": { "module": "@acme/reports", "member": "render" }
    },
    { "module": "@acme/ldap", "member": "Client.search", "kind": "sync-io" },
    { "module": "@acme/ldap", "member": "Client.bind", "kind": "sync-io" }
  ]
}
// @filename: server.ts
import { Client } from "@acme/ldap";
import { renderSync } from "@acme/reports";
import { createServer } from "node:http";

const client = new Client("ldap://directory");

createServer((request, response) => {
  const user = client.search(request.url ?? "");
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → @acme/ldap.Client.search
  Client.bind(user);
//^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → @acme/ldap.Client.bind
  response.end(renderSync(user));
//             ^^^^^^^^^^^^^^^^ no-sync-cpu definite: HTTP request → @acme/reports.renderSync
});
