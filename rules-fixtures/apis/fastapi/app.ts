import express, { type ErrorRequestHandler, type RequestHandler } from "express";
import { z, ZodError } from "zod";

const Genre = z.enum(["fiction", "science"]);
const NewBook = z.object({
  title: z.string().min(1),
  pages: z.number().int().positive(),
  genre: Genre,
  tags: z.array(z.string()).default([]),
});
const ListQuery = z.object({ page: z.coerce.number().int().default(1), genre: Genre.optional() });
const Path = z.object({ id: z.coerce.number().int() });

interface Book extends z.infer<typeof NewBook> {
  /** @integer */
  id: number;
  added: Date;
}

class NotFound extends Error {
  readonly status = 404;
}

const books = new Map<number, Book>();
const app = express();
app.use(express.json());

const bearer: RequestHandler = (req, res, next) => {
  if (!req.headers.authorization?.startsWith("Bearer ")) {
    res.status(403).json({ detail: "Not authenticated" });
    return;
  }
  next();
};

/** All books, a page at a time. */
app.get("/books", function listBooks(req, res) {
  const query = ListQuery.parse(req.query);
  const found: Book[] = [...books.values()].filter(({ genre }) => query.genre === undefined || genre === query.genre);
  res.json(found);
});

app.post("/books", bearer, function addBook(req, res) {
  const book: Book = { ...NewBook.parse(req.body), id: books.size + 1, added: new Date() };
  books.set(book.id, book);
  res.status(201).json(book);
});

app.get("/books/:id", function getBook(req, res) {
  const { id } = Path.parse(req.params);
  const book = books.get(id);
  if (!book) throw new NotFound("no such book");
  res.json(book);
});

app.delete("/books/:id", bearer, function removeBook(req, res) {
  const { id } = Path.parse(req.params);
  books.delete(id);
  res.status(204).end();
});

const onError: ErrorRequestHandler = (error, _req, res, next) => {
  if (error instanceof ZodError) {
    res.status(422).json({
      detail: error.issues.map(({ path, message, code }) => ({
        loc: path,
        msg: message,
        type: String(code),
      })),
    });
    return;
  }
  if (error instanceof NotFound) {
    res.status(error.status).json({ detail: error.message });
    return;
  }
  next(error);
};
app.use(onError);
app.listen(8000);
