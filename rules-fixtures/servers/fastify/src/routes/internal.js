import { checksum } from "../lib/checksum.js";

export default async function internal(app) {
  app.addHook("onSend", async (request, reply, payload) => {
    reply.header("checksum", checksum(String(payload)));
    return payload;
  });

  app.get("/status", async () => ({ status: "fine" }));
}
