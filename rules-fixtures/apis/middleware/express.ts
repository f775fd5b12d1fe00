import express, { Router, type NextFunction, type Request, type RequestHandler, type Response } from "express";
import { members } from "./express-members.js";
const app = express();
const authenticate: RequestHandler = (req, res, next) => {
  if (!req.query.token) return void res.status(401).json({ error: "no token" });
  next();
};
const limit =
  (max: number): RequestHandler =>
  (req, res, next) => {
    if (max < 1) return void res.status(429).json({ retry: max });
    next();
  };
const wrapped =
  (fn: (req: Request, res: Response, next: NextFunction) => Promise<unknown>): RequestHandler =>
  (req, res, next) =>
    void fn(req, res, next).catch(next);
app.use((req, res, next) => {
  if (req.method === "OPTIONS") return void res.sendStatus(204);
  next();
});
app.get("/express/open", (_req, res) => void res.json({ ok: true }));
app.use("/express/private", authenticate);
app.get("/express/private/one", (_req, res) => void res.json({ ok: true }));
app.post("/express/privateer", (_req, res) => void res.json({ ok: true }));
const admin = Router();
admin.use(
  wrapped(async (req, res, next) => {
    if (!req.query.admin) return res.status(403).json({ error: "no admin" });
    next();
  }),
);
admin.param("id", (req, res, next, id) => {
  if (id === "0") return void res.status(404).json({ error: "none" });
  next();
});
admin.get("/users", (_req, res) => void res.json([]));
admin.get("/users/:id", (req, res) => void res.json({ id: req.params.id }));
app.use("/express/admin", limit(3), admin);
app.use("/express/members", members);
app.use((_req, res) => void res.status(404).send("nothing here"));
app.listen(3000);
