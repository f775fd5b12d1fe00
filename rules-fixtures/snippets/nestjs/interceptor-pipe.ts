import { appendFileSync } from "node:fs";
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from "@nestjs/common";
import { tap } from "rxjs";

@Injectable()
export class AuditInterceptor implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler) {
    return next.handle().pipe(
      tap(() => {
        appendFileSync("audit.log", "done");
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: interceptor AuditInterceptor → intercept → fs.appendFileSync
      }),
    );
  }
}
