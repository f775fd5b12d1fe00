import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { gunzip, gzip, gzipSync } from "node:zlib";
import { promisify } from "node:util";
import { Injectable } from "@nestjs/common";

@Injectable()
export class ReportsService {
  private readonly visits = Array.from(
    { length: 400_000 },
    (_, i) => `${(i * 7919) % 10_007};${(i * 104_729) % 1_299_709}`,
  ).join("\n");

  pack(): Buffer {
    return gzipSync(this.visits, { level: 9 });
  }

  async packLater(): Promise<Buffer> {
    const packed = await promisify<string, object, Buffer>(gzip)(this.visits, { level: 9 });
    await promisify(gunzip)(packed);
    return packed;
  }

  async forecast(): Promise<number> {
    const worker = new Worker(new URL("../workers/forecast.js", import.meta.url), { workerData: { weeks: 500_000 } });
    const [result] = (await once(worker, "message")) as [number];
    return result;
  }
}
