import { readFileSync } from "node:fs";
import { Controller, Get, Path, Post, Route } from "tsoa";

@Route("legal")
export class LegalController extends Controller {
  @Get("{country}/terms")
  public terms(@Path() country: string): string {
    return readFileSync(country, "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /legal/:country/terms → terms → fs.readFileSync
  }

  @Post()
  public accept(): string {
    return readFileSync("thanks.html", "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /legal → accept → fs.readFileSync
  }
}
