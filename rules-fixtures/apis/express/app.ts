import { createReadStream } from "node:fs";
import multer from "multer";
import express, { Router, type Request, type Response, type NextFunction } from "express";
import { z } from "zod";
interface User {
  id: number;
  name: string;
  email: string;
  createdAt: Date;
  tags?: string[];
}
const users = new Map<number, User>();
const NewUser = z.object({ name: z.string().min(1), email: z.email(), age: z.number().int().min(18).optional() });
const app = express();
const router = Router();
function requireKey(req: Request, res: Response, next: NextFunction) {
  if (req.get("x-api-key") !== "k") {
    res.status(401).json({ error: "no key" });
    return;
  }
  next();
}
const validate = (schema: z.ZodType) => (req: Request, res: Response, next: NextFunction) => {
  const result = schema.safeParse(req.body);
  if (!result.success) return void res.status(422).json({ issues: result.error.issues.map((i) => i.message) });
  next();
};
function notFound(res: Response, what: string) {
  return res.status(404).json({ error: `${what} not found` });
}
/** All users, a page at a time. */
router.get("/", (req: Request<{}, User[], {}, { page?: string; sort?: "asc" | "desc" }>, res) => {
  const { page = 1, sort } = req.query;
  res.json([...users.values()]);
});
router.get("/:id(\\d+)", requireKey, (req, res) => {
  const user = users.get(Number(req.params.id));
  if (!user) return notFound(res, "User");
  return res.json(user);
});
router.post("/", (req, res) => {
  const body = NewUser.parse(req.body);
  const user: User = { id: users.size + 1, ...body, createdAt: new Date() };
  users.set(user.id, user);
  res.status(201).json(user);
});
router.put("/:id", validate(NewUser), function replaceUser(req, res) {
  res.sendStatus(204);
});
router.delete("/:id", async (req, res) => {
  users.delete(+req.params.id);
  res.status(204).end();
});
app.use("/api/users", router);
const upload = multer({ dest: "pictures" });
app.post("/pictures", upload.single("picture"), (req, res) => {
  res.json({ size: req.file?.size, note: req.body.note as string });
});
app.post("/albums", upload.array("pictures", 3), (_req, res) => res.redirect(303, "/pictures"));
app.get("/export", (_req, res) => {
  res.setHeader("Content-Type", "text/csv");
  createReadStream("users.csv").pipe(res);
});
app.get("/changes", (_req, res) => {
  res.writeHead(200, { "Content-Type": "text/event-stream" });
  res.write("data: none\n\n");
});
app.get("/ticks", (req, res) => {
  res.writeHead(200, { "Content-Type": "text/event-stream" });
  const timer = setInterval(() => res.write("data: tick\n\n"), 1000);
  req.on("close", () => {
    clearInterval(timer);
    res.end();
  });
});
app.get("/book", (_req, res) => {
  res.attachment("book.pdf");
  createReadStream("book.pdf").pipe(res);
});
app.post("/visits", (_req, res) => res.status(201).location("/visits/1").cookie("seen", "1").json({ visit: 1 }));
app.get("/old", (_req, res) => res.redirect(301, "/api/users"));
app.listen(3000);
