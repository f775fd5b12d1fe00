import { readFileSync } from "node:fs";
import { Injectable, Scope } from "@nestjs/common";

/** One for each request. */
@Injectable({ scope: Scope.REQUEST })
export class Tenant {
  readonly settings: unknown;

  constructor() {
    this.settings = JSON.parse(readFileSync(new URL("../../data/tenant.json", import.meta.url), "utf8"));
  }
}
