// @valid
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";

createServer((_request, response) => {
  randomBytes(16, (_error, bytes) => {
    response.end(bytes.toString("hex"));
  });
});
