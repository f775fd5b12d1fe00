import bcrypt from "bcryptjs";
import { createServer } from "node:http";

createServer((request, response) => {
  const isKnown = bcrypt.compareSync(request.headers.authorization ?? "", "$2b$10$");
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-cpu definite: HTTP request → bcryptjs.compareSync
  response.end(String(isKnown));
});
