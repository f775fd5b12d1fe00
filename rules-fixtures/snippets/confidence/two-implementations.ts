import { createServer } from "node:http";
import { readFileSync } from "node:fs";

interface Source {
  read(name: string): string;
}

class Disk implements Source {
  read(name: string): string {
    return readFileSync(name, "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: HTTP request → read → fs.readFileSync
  }
}

class Memory implements Source {
  read(name: string): string {
    return `contents of ${name}`;
  }
}

function serve(source: Source): void {
  createServer((request, response) => {
    response.end(source.read(request.url ?? ""));
  });
}

serve(process.argv.includes("--memory") ? new Memory() : new Disk());
