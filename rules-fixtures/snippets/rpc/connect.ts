import { readFileSync } from "node:fs";
import http from "node:http";
import type { ConnectRouter } from "@connectrpc/connect";
import { connectNodeAdapter } from "@connectrpc/connect-node";
import { Users } from "./users.js";

const routes = (router: ConnectRouter) => {
  router.service(Users, {
    async getUser(request: { id: string }) {
      return { text: readFileSync(`users/${request.id}`, "utf8") };
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: RPC getUser → getUser → fs.readFileSync
    },
  });
};

http.createServer(connectNodeAdapter({ routes })).listen(8080);
// @filename: users.ts
export const Users = {};
