import { Router } from "express";
export const members = Router();
members.get("/before", (_req, res) => void res.json([]));
members.use((req, res, next) => {
  if (!req.get("x-member")) return void res.status(402).json({ due: 10 });
  next();
});
members
  .route("/:id")
  .all((req, res, next) => {
    if (req.params.id === "0") return void res.status(410).end();
    next();
  })
  .get((_req, res) => void res.json({ name: "one" }));
