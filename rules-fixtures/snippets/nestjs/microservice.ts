import { readFileSync } from "node:fs";
import { Controller } from "@nestjs/common";
import { EventPattern, GrpcMethod, MessagePattern } from "@nestjs/microservices";

@Controller()
export class InvoicesController {
  @MessagePattern("invoices.render")
  render(): string {
    return readFileSync("invoice.html", "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: message invoices.render → render → fs.readFileSync
  }

  @MessagePattern({ cmd: "count" })
  count(): number {
    return readFileSync("invoices.csv").length;
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: message → count → fs.readFileSync
  }

  @EventPattern("invoice.paid")
  paid(): void {
    readFileSync("receipt.html");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: message invoice.paid → paid → fs.readFileSync
  }

  @GrpcMethod("InvoicesService", "FindOne")
  findOne(): string {
    return readFileSync("one.json", "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: gRPC InvoicesService.FindOne → findOne → fs.readFileSync
  }
}
