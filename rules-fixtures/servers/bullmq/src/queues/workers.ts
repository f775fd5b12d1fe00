import { Worker } from "bullmq";
import { importFormat } from "../services/formats.js";
import { importers } from "../services/imports.js";
import { sealInvoice, sealInvoiceLater } from "../services/invoices.js";
import { connection } from "./connection.js";
import { startLetters } from "./letters.js";
import { startRounds } from "./rounds.js";
import { Scans } from "./scans.js";

export function startWorkers(): void {
  const scans = new Scans();

  new Worker("invoices", sealInvoice, { connection });
  new Worker("sealed-later", async (job) => await sealInvoiceLater(job), { connection });
  new Worker("scans", scans.process.bind(scans), { connection });
  new Worker("scans-later", (job) => scans.processLater(job), { connection, concurrency: 4 });
  new Worker(
    "imports",
    async (job) => {
      switch (job.name) {
        case "csv":
          return importers.csv();
        default:
          throw new Error(`no importer for ${job.name}`);
      }
    },
    { connection },
  );
  new Worker("formats", async () => importFormat(), { connection });
  // In a thread of its own.
  new Worker("reports", new URL("../sandbox/report.js", import.meta.url), { connection, useWorkerThreads: true });

  startLetters();
  startRounds();
}
