// @only: untyped because the package is not installed here
import { readFileSync } from "node:fs";
import { Injectable } from "@nestjs/common";
import { PassportStrategy } from "@nestjs/passport";
import { Strategy } from "passport-jwt";

@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, "jwt") {
  constructor() {
    super({ secretOrKey: readFileSync("key.pem", "utf8") });
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
  }

  async validate(payload: { sub: string }) {
    return JSON.parse(readFileSync(`users/${payload.sub}.json`, "utf8"));
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: passport strategy JwtStrategy → validate → fs.readFileSync
  }
}
