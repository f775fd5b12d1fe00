import { Controller, Get, Inject, Injectable, Module, SetMetadata, UseGuards } from "@nestjs/common";
import type { CanActivate, ExecutionContext } from "@nestjs/common";
import { APP_GUARD, NestFactory, Reflector } from "@nestjs/core";
import { AuthGuard } from "@nestjs/passport";
import { requireScope } from "@acme/tokens";
import express from "express";
import { Session, signedIn } from "./own-guards.js";

const app = express();
app.get("/configured/mine", signedIn, (_req, res) => void res.json({ ok: true }));
app.get("/configured/orders", requireScope("orders:read"), (_req, res) => void res.json({ ok: true }));

const OPEN = "is-open";
const Public = () => SetMetadata(OPEN, true);

@Injectable()
class TokenGuard extends AuthGuard("jwt") implements CanActivate {
  constructor(@Inject(Reflector) private readonly reflector: Reflector) {
    super();
  }
  override canActivate(context: ExecutionContext) {
    if (this.reflector.getAllAndOverride<boolean>(OPEN, [context.getHandler(), context.getClass()])) return true;
    return super.canActivate(context);
  }
}

@Controller("configured/nest")
@UseGuards(TokenGuard)
class NestController {
  @Get("open") @Public() open(): { ok: boolean } {
    return { ok: true };
  }
  @Get("closed") closed(): { ok: boolean } {
    return { ok: true };
  }
  @Get("session") @Session() session(): { ok: boolean } {
    return { ok: true };
  }
}
