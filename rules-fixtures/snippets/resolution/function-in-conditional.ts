import { createServer } from "node:http";
import { readFileSync } from "node:fs";

const readQuietly = (name: string): string => {
  try {
    return readFileSync(name, "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → readQuietly → fs.readFileSync
  } catch {
    return "";
  }
};
const read = process.env["QUIET"] ? readQuietly : (name: string) => name;

createServer((_request, response) => {
  response.end(read("index.html"));
});
