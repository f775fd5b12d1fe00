import { once } from "node:events";
import { Worker } from "node:worker_threads";

export const dynamic = "force-dynamic";

export async function GET() {
  const worker = new Worker(`${process.cwd()}/workers/report.js`, { workerData: { paintings: 500_000 } });
  const [known] = (await once(worker, "message")) as [boolean];
  return Response.json({ known });
}
