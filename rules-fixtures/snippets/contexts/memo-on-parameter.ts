import { readFileSync } from "node:fs";
import { createServer } from "node:http";

interface Session {
  rights?: string;
}

function rightsOf(session: Session): string {
  session.rights ??= readFileSync("rights.json", "utf8");
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → rightsOf → fs.readFileSync
  return session.rights;
}

createServer((_request, response) => {
  response.end(rightsOf({}));
});
