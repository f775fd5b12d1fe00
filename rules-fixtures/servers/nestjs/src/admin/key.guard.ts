import { pbkdf2Sync, timingSafeEqual } from "node:crypto";
import { type CanActivate, type ExecutionContext, Injectable } from "@nestjs/common";
import type { Request } from "express";

const hash = (key: string): Buffer => pbkdf2Sync(key, "clinic", 700_000, 16, "sha256");

@Injectable()
export class KeyGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const key = hash(context.switchToHttp().getRequest<Request>().get("x-api-key") ?? "");
    return timingSafeEqual(key, key);
  }
}
