import { readFileSync } from "node:fs";
import { Injectable, Scope } from "@nestjs/common";

@Injectable({ scope: Scope.REQUEST })
export class Translations {
  readonly texts: string;
  readonly languages = readFileSync("languages.json", "utf8");
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: request-scoped provider → new Translations → fs.readFileSync

  constructor() {
    this.texts = readFileSync("texts.json", "utf8");
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: request-scoped provider → new Translations → fs.readFileSync
  }
}

@Injectable({ scope: Scope.DEFAULT })
export class Currencies {
  readonly rates = readFileSync("rates.json", "utf8");
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
}
