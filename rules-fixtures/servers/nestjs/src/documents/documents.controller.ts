import { Controller, Get, Param } from "@nestjs/common";
import { PrinterService } from "./printer.service.js";

@Controller({ path: "documents" })
export class DocumentsController {
  constructor(private readonly printer: PrinterService) {}

  @Get(":id")
  print(@Param("id") id: string): string {
    return this.printer.print(id);
  }

  @Get(":id/later")
  async printLater(@Param("id") id: string): Promise<string> {
    return await this.printer.printLater(id);
  }
}
