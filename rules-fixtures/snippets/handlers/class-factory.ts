import { readFileSync, statSync } from "node:fs";
import express, { type Request, type Response } from "express";

function pageController(file: string) {
  return class {
    show(_req: Request, res: Response) {
      res.send(readFileSync(file, "utf8"));
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → show → fs.readFileSync
    }
  };
}

const Terms = pageController("terms.html");

class Imprint extends pageController("imprint.html") {
  size(_req: Request, res: Response) {
    res.json(statSync("imprint.html").size);
//           ^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /imprint/size → size → fs.statSync
  }
}

const terms = new Terms();
const imprint = new Imprint();
const app = express();

app.get("/terms", terms.show);
app.get("/imprint", imprint.show.bind(imprint));
app.get("/imprint/size", imprint.size);
