import { readFileSync, statSync } from "node:fs";
import express from "express";
import { Container, ContainerModule, inject, injectable } from "inversify";

const TYPES = {
  Ledger: Symbol.for("Ledger"),
  Rates: Symbol.for("Rates"),
  Limits: Symbol.for("Limits"),
  Settings: Symbol.for("Settings"),
  Journal: Symbol.for("Journal"),
  Accounts: Symbol.for("Accounts"),
};

@injectable()
class FileLedger {
  balance(id: string): string {
    return readFileSync(`${id}.json`, "utf8");
    //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /accounts/:id → show → balance → fs.readFileSync
  }
}

@injectable()
class FileAudit {
  last(): string {
    return readFileSync("audit.log", "utf8");
    //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /accounts/:id → show → last → fs.readFileSync
  }
}

@injectable()
class FileJournal {
  entries(): string {
    return readFileSync("journal.log", "utf8");
    //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /journal → entries → fs.readFileSync
  }
}

@injectable()
class Accounts {
  @inject("Audit") private readonly audit: any;

  constructor(@inject(TYPES.Ledger) private readonly ledger: any) {}

  show(id: string): string {
    return this.ledger.balance(id) + this.audit.last();
  }
}

const settings = {
  theme: () => readFileSync("theme.json", "utf8"),
  //           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /theme → theme → fs.readFileSync
};

const container = new Container();
container.bind(TYPES.Ledger).to(FileLedger).inSingletonScope();
container.bind("Audit").to(FileAudit);
container.bind(TYPES.Accounts).to(Accounts);
container.bind(TYPES.Settings).toConstantValue(settings);
container.bind(TYPES.Rates).toDynamicValue(() => readFileSync("rates.json", "utf8"));
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /rates → fs.readFileSync
container
  .bind(TYPES.Limits)
  .toDynamicValue(() => statSync("limits.json").size)
  //                    ^^^^^^^^^^^^^^^^^^^^^^^ once
  .inSingletonScope();
container.load(
  new ContainerModule((options) => {
    options.bind(TYPES.Journal).to(FileJournal);
  }),
);

const app = express();

app.get("/accounts/:id", (req, res) => {
  const accounts: any = container.get(TYPES.Accounts);
  res.send(accounts.show(req.params.id));
});
app.get("/journal", (_req, res) => {
  const journal: any = container.get(TYPES.Journal);
  res.send(journal.entries());
});
app.get("/theme", (_req, res) => {
  const current: any = container.get(TYPES.Settings);
  res.send(current.theme());
});
app.get("/rates", (_req, res) => {
  res.send(container.get(TYPES.Rates));
});
app.get("/limits", (_req, res) => {
  res.send(String(container.get(TYPES.Limits)));
});
