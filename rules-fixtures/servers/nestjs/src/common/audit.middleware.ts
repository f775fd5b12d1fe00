import { appendFile } from "node:fs";
import { Injectable, type NestMiddleware } from "@nestjs/common";
import type { NextFunction, Request, Response } from "express";

@Injectable()
export class AuditMiddleware implements NestMiddleware {
  use(request: Request, _response: Response, next: NextFunction): void {
    appendFile(new URL("../../data/audit.log", import.meta.url), `${request.url}\n`, next);
  }
}
