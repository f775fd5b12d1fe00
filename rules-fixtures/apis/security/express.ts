import express, { type RequestHandler } from "express";
import passport from "passport";
import { expressjwt } from "express-jwt";
const app = express();
const withKey: RequestHandler = (req, res, next) => {
  if (req.get("x-api-key") !== "k") return void res.status(401).json({ error: "no key" });
  next();
};
const withBasic: RequestHandler = (req, res, next) => {
  const [scheme] = req.headers.authorization?.split("Basic ") ?? [];
  if (scheme === undefined) return void res.status(401).end();
  next();
};
app.get("/express/open", (_req, res) => void res.json({ ok: true }));
app.get("/express/key", withKey, (_req, res) => void res.json({ ok: true }));
app.get("/express/both", withKey, withBasic, (_req, res) => void res.json({ ok: true }));
app.get("/express/basic", withBasic, (_req, res) => void res.json({ ok: true }));
app.get(
  "/express/strategy",
  passport.authenticate("jwt", { session: false }),
  (_req, res) => void res.json({ ok: true }),
);
app.post("/express/login", passport.authenticate("local"), (_req, res) => void res.json({ ok: true }));
app.get("/express/maybe", (req, res) => void res.json({ known: req.headers.authorization !== undefined }));
app.get("/express/session", (req, res) => {
  if (!req.cookies.sid) return void res.sendStatus(401);
  res.json({ ok: true });
});
app.use(expressjwt({ secret: "s", algorithms: ["HS256"] }));
app.get("/express/private", (_req, res) => void res.json({ ok: true }));
