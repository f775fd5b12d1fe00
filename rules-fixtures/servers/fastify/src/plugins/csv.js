import fp from "fastify-plugin";
import { checksum } from "../lib/checksum.js";

export const csv = fp(async (app) => {
  app.addContentTypeParser("text/csv", { parseAs: "string" }, (request, body, done) => {
    done(null, { checksum: checksum(body), rows: body.split("\n").map((line) => line.split(",")) });
  });
});
