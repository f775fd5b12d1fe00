import { pbkdf2Sync } from "node:crypto";
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from "@nestjs/common";
import { map, type Observable } from "rxjs";

/** Adds a checksum to whatever the handler returns. */
@Injectable()
export class ChecksumInterceptor implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): Observable<object> {
    return next.handle().pipe(map((body: object) => ({ ...body, checksum: this.checksum(JSON.stringify(body)) })));
  }

  private checksum(text: string): string {
    return pbkdf2Sync(text, "clinic", 700_000, 8, "sha256").toString("hex");
  }
}
