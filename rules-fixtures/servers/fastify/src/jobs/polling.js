import { readBuoys } from "./buoys.js";
import { readGauges } from "./gauges.js";

export function startPolling({ gauges, buoys }) {
  schedule(readGauges, gauges);
  readBuoys(buoys);
}

/** Again and again, with a pause in between. */
function schedule(job, every) {
  setTimeout(() => {
    job();
    schedule(job, every);
  }, every).unref();
}
