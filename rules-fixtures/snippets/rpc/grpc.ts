import { readFileSync } from "node:fs";
import { Server, ServerCredentials, type sendUnaryData, type ServerUnaryCall } from "@grpc/grpc-js";
import { definition } from "./definition.js";

function getUser(call: ServerUnaryCall<{ id: string }, string>, done: sendUnaryData<string>) {
  done(null, readFileSync(`users/${call.request.id}`, "utf8"));
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: gRPC getUser → getUser → fs.readFileSync
}

const server = new Server();
server.addService(definition, { getUser });
server.bindAsync("0.0.0.0:50051", ServerCredentials.createInsecure(), () => {
  readFileSync("banner.txt");
//^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
});
// @filename: definition.ts
export const definition = {};
