// @filename: reports.service.ts
import { execSync } from "node:child_process";
import { Injectable } from "@nestjs/common";

@Injectable()
export class ReportsService {
  render(name: string): string {
    return execSync(`render-report ${name}`).toString();
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /reports/:name → show → render → child_process.execSync
  }
}
// @filename: reports.controller.ts
import { Controller, Get, Param } from "@nestjs/common";
import { ReportsService } from "./reports.service";

@Controller({ path: "reports" })
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Get(":name")
  show(@Param("name") name: string): string {
    return this.reports.render(name);
  }
}
