import { appendFileSync } from "node:fs";
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from "@nestjs/common";

@Injectable()
export class AuditInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler) {
    appendFileSync("audit.log", context.getType());
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: interceptor AuditInterceptor → intercept → fs.appendFileSync
    return next.handle();
  }
}
