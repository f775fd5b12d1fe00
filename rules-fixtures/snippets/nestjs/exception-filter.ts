import { appendFileSync } from "node:fs";
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from "@nestjs/common";
import { BaseExceptionFilter } from "@nestjs/core";

@Catch(HttpException)
export class LoggingFilter implements ExceptionFilter {
  catch(exception: HttpException): void {
    appendFileSync("errors.log", exception.message);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: exception filter LoggingFilter → catch → fs.appendFileSync
  }
}

@Catch()
export class ReportingFilter extends BaseExceptionFilter {
  override catch(exception: unknown, host: ArgumentsHost): void {
    appendFileSync("errors.log", String(exception));
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: exception filter ReportingFilter → catch → fs.appendFileSync
    super.catch(exception, host);
  }
}
