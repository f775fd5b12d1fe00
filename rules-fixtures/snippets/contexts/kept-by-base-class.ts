import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";

abstract class Document {
  private text?: string;
  protected abstract readonly file: string;

  read(): string {
    this.text ??= readFileSync(this.file, "utf8");
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → read → fs.readFileSync
    return this.text;
  }
}

class Page extends Document {
  protected readonly file = "page.html";
}

class Library {
  private ready: Promise<number> | undefined;

  private async open(): Promise<number> {
    await Promise.resolve();
    return statSync("library").size;
//         ^^^^^^^^^^^^^^^^^^^ once
  }

  async size(): Promise<number> {
    if (!this.ready) this.ready = this.open();
    return this.ready;
  }
}

function createLibrary(): Library {
  return new Library();
}

function start(): void {
  const library = createLibrary();
  createServer(async (_request, response) => {
    response.end(new Page().read() + String(await library.size()));
  }).listen(80);
}

start();
