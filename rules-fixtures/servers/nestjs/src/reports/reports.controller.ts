import { Controller, Get } from "@nestjs/common";
import { ReportsService } from "./reports.service.js";

@Controller("reports")
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Get("visits")
  visits(): { packed: boolean } {
    return { packed: this.reports.pack().length > 0 };
  }

  @Get("visits/later")
  async visitsLater(): Promise<{ packed: boolean }> {
    const packed = await this.reports.packLater();
    return { packed: packed.length > 0 };
  }

  @Get("forecast")
  async forecast(): Promise<{ known: boolean }> {
    return { known: (await this.reports.forecast()) > 0 };
  }
}
