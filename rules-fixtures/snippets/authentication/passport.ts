import { pbkdf2Sync, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";
import passport from "passport";
import { Strategy as LocalStrategy } from "passport-local";
import { ExtractJwt, Strategy } from "passport-jwt";

const key = readFileSync("jwt.key");
//          ^^^^^^^^^^^^^^^^^^^^^^^ startup

passport.use(
  new LocalStrategy((_name, password, done) => {
    const given = pbkdf2Sync(password, "salt", 100_000, 32, "sha512");
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-cpu definite: passport verify → crypto.pbkdf2Sync
    done(null, timingSafeEqual(given, key) && { id: 1 });
  }),
);

passport.use(
  new Strategy({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: key }, (payload, done) => {
    done(null, JSON.parse(readFileSync(`users/${payload.sub}.json`, "utf8")));
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: passport verify → fs.readFileSync
  }),
);

passport.deserializeUser((id: string, done) => {
  done(null, JSON.parse(readFileSync(`users/${id}.json`, "utf8")));
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: passport deserializeUser → fs.readFileSync
});
