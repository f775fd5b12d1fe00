import { spawnSync } from "node:child_process";
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from "@nestjs/common";
import type { Response } from "express";

@Catch()
export class AllExceptionsFilter implements ExceptionFilter {
  catch(exception: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const status = exception instanceof HttpException ? exception.getStatus() : 500;
    response.status(status).json({ error: String(exception), isReported: this.report(String(exception)) });
  }

  private report(message: string): boolean {
    return spawnSync("sh", ["-c", "sleep 0.15", message]).status === 0;
  }
}
