import { createServer } from "node:http";
import { readFileSync } from "node:fs";

interface Source {
  read(name: string): string;
}

class Disk implements Source {
  read(name: string): string {
    return readFileSync(name, "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: setInterval callback → read → fs.readFileSync
  }
}

const disk = new Disk();

function serve(source: Source): void {
  createServer((request, response) => {
    response.end(source.read(request.url ?? ""));
  });
}

serve(disk);
setInterval(() => disk.read("heartbeat"), 1000);
