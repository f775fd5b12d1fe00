import { readFileSync } from "node:fs";
import { Controller, Get, Post } from "@nestjs/common";

@Controller("legal")
export class LegalController {
  @Get("terms")
  terms(): string {
    return readFileSync("terms.html", "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /legal/terms → terms → fs.readFileSync
  }

  @Post()
  accept(): string {
    return readFileSync("thanks.html", "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /legal → accept → fs.readFileSync
  }
}
