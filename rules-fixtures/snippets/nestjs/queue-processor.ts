import { execFileSync } from "node:child_process";
import { appendFileSync } from "node:fs";
import { OnWorkerEvent, Processor, WorkerHost } from "@nestjs/bullmq";

@Processor("video")
export class VideoProcessor extends WorkerHost {
  override async process(): Promise<void> {
    execFileSync("ffmpeg", ["-i", "in.avi", "out.mp4"]);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: queue job VideoProcessor → process → child_process.execFileSync
  }

  @OnWorkerEvent("completed")
  completed(): void {
    appendFileSync("videos.log", "done");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: queue event completed → completed → fs.appendFileSync
  }
}
