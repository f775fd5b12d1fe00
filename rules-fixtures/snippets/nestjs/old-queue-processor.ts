// @only: untyped because the package is the predecessor of one that is installed
import { execFileSync } from "node:child_process";
import { Process, Processor } from "@nestjs/bull";

@Processor("video")
export class VideoProcessor {
  @Process("transcode")
  transcode(): void {
    execFileSync("ffmpeg", ["-i", "in.avi", "out.mp4"]);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: queue job transcode → transcode → child_process.execFileSync
  }
}
