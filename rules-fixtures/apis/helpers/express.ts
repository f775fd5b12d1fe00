import express, { type NextFunction, type Request, type Response } from "express";
interface User {
  id: number;
  name: string;
}
interface NewUser {
  name: string;
  email?: string;
}
declare const users: User[];
const app = express();

/** What callers hand to a helper is known by their calls: its type, and the status. */
function ok<T>(res: Response, data: T, status = 200) {
  return res.status(status).json({ success: true, data });
}
const created = <T>(res: Response, data: T) => ok(res, data, 201);
function fail(res: Response, status: number, message: string): void {
  res.status(status).json({ success: false, message });
}
function untyped(res: Response, payload: any) {
  res.json({ payload, at: new Date() });
}
class Controller {
  protected notFound(res: Response, message = "Not found") {
    return Controller.answer(res, 404, message);
  }
  private static answer(res: Response, code: number, message: string) {
    return res.status(code).json({ message });
  }
}
class Users extends Controller {
  one = async (req: Request, res: Response) => {
    const user = users.find(({ id }) => id === Number(req.params.id));
    return user ? ok(res, user) : this.notFound(res);
  };
}
app.get("/users", (_req, res) => ok(res, users));
app.post("/users", (_req, res) => {
  created(res, { id: 1 });
});
app.get("/users/:id", new Users().one);
app.delete("/users/:id", (_req, res) => {
  if (users.length === 0) return fail(res, 409, "none left");
  res.sendStatus(204);
});
app.get("/untyped", (_req, res) => untyped(res, users));
const wrapped =
  (handler: (req: Request, res: Response) => Promise<unknown>) => (req: Request, res: Response, next: NextFunction) => {
    handler(req, res).catch(next);
  };
app.get(
  "/wrapped",
  wrapped(async (req, res) => {
    const { zeta, alpha } = req.query as { alpha?: string; zeta?: string };
    ok(res, zeta ?? alpha ?? "");
  }),
);

/** Lists that are written as empty hold what they are declared to hold, or what others hold. */
app.get("/empty", (_req, res) => res.json([]));
app.get("/empty/declared", (_req, res: Response<User[]>) => res.json([]));
app.get("/empty/page", (req, res) => {
  if (req.query.none) return res.json({ items: [], total: 0 });
  return res.json({ items: users, total: users.length });
});
app.get("/declared", (_req, res: Response<User>) => res.json({ id: 1, name: "" }));

/** Bodies of no type are what the code takes them for. */
declare function save(user: NewUser): User;
app.post("/taken-apart", (req, res) => {
  const { name, email }: NewUser = req.body;
  res.json({ name, email });
});
app.post("/taken-apart/rest", (req, res) => {
  const { name, ...rest }: NewUser = req.body ?? {};
  res.json({ name, rest });
});
app.post("/taken-apart/request", (req, res) => {
  const { body }: { body: NewUser } = req;
  res.json(save(body));
});
app.post("/cast", (req, res) => {
  const { name } = req.body as NewUser;
  res.json({ name });
});
app.post("/assigned", (req, res) => {
  let input: NewUser;
  input = req.body;
  res.json(save(input));
});
app.post("/handed-on", (req, res) => {
  res.json(save(req.body));
});
app.post("/handed-on/parts", (req, res) => {
  const user: NewUser = { name: req.body.name, email: req.body.email };
  res.json(save(user));
});
