import { readFileSync } from "node:fs";
import { metrics, type Meter } from "@opentelemetry/api";

metrics
  .getMeter("app")
  .createObservableGauge("memory")
  .addCallback((result) => {
    result.observe(Number(readFileSync("/sys/fs/cgroup/memory.current", "utf8")));
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: metric callback → fs.readFileSync
  });

export function register(meter: Meter) {
  meter.createObservableCounter("cpu").addCallback((result) => {
    result.observe(Number(readFileSync("/sys/fs/cgroup/cpu.stat", "utf8")));
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: metric callback → fs.readFileSync
  });
}
