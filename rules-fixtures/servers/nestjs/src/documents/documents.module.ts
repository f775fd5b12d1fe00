import { Module } from "@nestjs/common";
import { DocumentsController } from "./documents.controller.js";
import { PrinterService } from "./printer.service.js";

@Module({ controllers: [DocumentsController], providers: [PrinterService] })
export class DocumentsModule {}
