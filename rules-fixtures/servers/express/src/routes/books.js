const { Router } = require("express");
const { asyncHandler } = require("../middleware/async-handler");
const library = require("../services/library");
const { preview, thumbnail } = require("../services/thumbnails");

const books = Router();

books.get(
  "/",
  asyncHandler(async (req, res) => {
    res.json(await library.allBooks());
  }),
);

books.get("/terms", (req, res) => {
  res.type("text").send(library.terms());
});

books.get("/conditions", (req, res, next) => {
  library.termsLater((error, text) => (error ? next(error) : res.type("text").send(text)));
});

books.get("/suppliers", (req, res) => {
  res.json(library.suppliers());
});

books.get(
  "/:id/cover",
  asyncHandler(async (req, res) => {
    res.type("text").send(thumbnail(req.params.id));
  }),
);

books
  .route("/:id/preview")
  .get(
    asyncHandler(async (req, res) => {
      res.type("text").send(await preview(req.params.id));
    }),
  )
  .delete(() => {
    throw Object.assign(new Error("not allowed"), { status: 405 });
  });

module.exports = { books };
