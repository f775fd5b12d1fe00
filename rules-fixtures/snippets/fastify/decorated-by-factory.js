import { readFileSync } from "node:fs";
import Fastify from "fastify";

class Archive {
  volume(id) {
    return readFileSync(`${id}.txt`, "utf8");
    //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /volumes/:id → volume → fs.readFileSync
  }
}

class Shelf {
  titles() {
    return readFileSync("titles.txt", "utf8");
    //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /titles → titles → fs.readFileSync
  }
}

const openArchive = () => new Archive();

async function openShelf(room) {
  const shelf = new Shelf(room);
  await shelf.ready;
  return shelf;
}

const app = Fastify();

app.decorate("archive", openArchive());
app.decorate("shelf", await openShelf("reading"));

app.get("/volumes/:id", async (request) => app.archive.volume(request.params.id));
app.get("/titles", async (request) => request.server.shelf.titles());
