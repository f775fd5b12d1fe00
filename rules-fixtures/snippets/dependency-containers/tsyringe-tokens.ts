import { readFileSync, statSync } from "node:fs";
import express from "express";
import { container, inject, injectable, instanceCachingFactory, Lifecycle } from "tsyringe";

const CLOCK = Symbol("clock");

class Dictionary {
  term(name: string): string {
    return readFileSync(`${name}.md`, "utf8");
    //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /pages/:name → page → term → fs.readFileSync
  }
}
class Clock {
  readonly zone = readFileSync("zone", "utf8");
  //              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ once
  now(): string {
    return readFileSync("now", "utf8");
    //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /pages/:name → page → now → fs.readFileSync
  }
}
class Mailer {
  footer(): string {
    return readFileSync("footer.txt", "utf8");
    //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /footer → footer → fs.readFileSync
  }
}

@injectable()
class Pages {
  constructor(
    @inject("Dictionary") private readonly glossary: any,
    @inject(CLOCK) private readonly clock: any,
  ) {}

  page(name: string): string {
    return this.glossary.term(name) + this.clock.now();
  }
}

container.register("Pages", Pages);
container.register("Dictionary", { useClass: Dictionary });
container.registerSingleton(CLOCK, Clock);
container.registerInstance("Mailer", new Mailer());
container.register("Sizes", { useFactory: () => statSync("sizes.json").size });
//                                              ^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /sizes → useFactory → fs.statSync
container.register("Limits", { useFactory: instanceCachingFactory(() => statSync("limits.json").size) });
//                                                                      ^^^^^^^^^^^^^^^^^^^^^^^ once
container.register("Terms", { useClass: Dictionary }, { lifecycle: Lifecycle.Singleton });

const app = express();

app.get("/pages/:name", (req, res) => {
  const pages: any = container.resolve("Pages");
  res.send(pages.page(req.params.name));
});
app.get("/footer", (_req, res) => {
  const mailer: any = container.resolve("Mailer");
  res.send(mailer.footer());
});
app.get("/sizes", (_req, res) => {
  res.send(String(container.resolve("Sizes")));
});
app.get("/limits", (_req, res) => {
  res.send(String(container.resolve("Limits")));
});
