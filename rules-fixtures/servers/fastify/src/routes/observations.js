import { checksum, checksumLater } from "../lib/checksum.js";

async function verifySignature(request, reply) {
  if (request.headers.signature !== checksum(request.body.station).slice(0, 0)) return reply.code(403).send();
}

export default async function observations(app) {
  const schema = { body: { type: "object", required: ["station"], properties: { station: { type: "string" } } } };

  app.post("/observations", { schema, preHandler: [verifySignature] }, async (request, reply) => {
    reply.code(201);
    return { station: request.body.station };
  });

  app.post("/observations/later", { schema }, async (request, reply) => {
    const sum = await checksumLater(request.body.station);
    reply.code(201);
    return { sum };
  });

  app.post("/observations/upload", (request, reply) => {
    reply.code(201).send({ rows: request.body.rows.length });
  });
}
