import { execFile, execFileSync } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

const TOOL = fileURLToPath(new URL("../../tools/export.sh", import.meta.url));

class Exporter {
  run = (format) => execFileSync("sh", [TOOL, format], { encoding: "utf8" });

  runLater(format, done) {
    execFile("sh", [TOOL, format], (error, stdout) => done(error, stdout));
  }
}

export default async function exportRoutes(app) {
  const exporter = new Exporter();

  app.route({
    method: "GET",
    url: "/export/:format",
    handler(request, reply) {
      reply.type("text/plain").send(exporter.run(request.params.format));
    },
  });

  app.route({
    method: "GET",
    url: "/export/:format/later",
    handler(request, reply) {
      exporter.runLater(request.params.format, (error, text) => reply.type("text/plain").send(error ?? text));
    },
  });

  app.get("/simulation", async () => {
    const worker = new Worker(new URL("../workers/simulation.js", import.meta.url), { workerData: { steps: 500_000 } });
    const [result] = await once(worker, "message");
    return { result };
  });
}
