import { readFileSync } from "node:fs";
import express, { type Request, type Response } from "express";

interface Store {
  one(id: string): string;
}

class FileStore implements Store {
  one(id: string): string {
    return readFileSync(`${id}.json`, "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: GET /users/:id → show → one → fs.readFileSync
  }
}

const makeHandlers = ({ store }: { store: Store }) => ({
  show: (req: Request, res: Response) => {
    res.send(store.one(req.params["id"] as string));
  },
});

const handlers = makeHandlers({ store: new FileStore() });
const app = express();

app.get("/users/:id", handlers.show);
