import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const services = {
  pages: {
    read: (name: string) => readFileSync(name, "utf8"),
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → read → fs.readFileSync
  },
};

createServer((_request, response) => {
  const { pages } = services;
  response.end(pages.read("index.html"));
});
