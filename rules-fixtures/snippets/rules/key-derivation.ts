import { pbkdf2Sync, randomBytes, scrypt, scryptSync } from "node:crypto";
import { createServer } from "node:http";

createServer((_request, response) => {
  const salt = randomBytes(16);
//             ^^^^^^^^^^^^^^^ no-sync-cpu definite: HTTP request → crypto.randomBytes
  const key = pbkdf2Sync("secret", salt, 100_000, 64, "sha512");
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-cpu definite: HTTP request → crypto.pbkdf2Sync
  const other = scryptSync("secret", salt, 64);
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-cpu definite: HTTP request → crypto.scryptSync
  scrypt("secret", salt, 64, (_error, third) => {
    response.end(Buffer.concat([key, other, third]));
  });
});
