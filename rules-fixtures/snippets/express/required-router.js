// @filename: routes/books.js
const { readFileSync } = require("node:fs");
const { Router } = require("express");

const books = Router();

books.get("/terms", (request, response) => {
  response.send(readFileSync("terms.txt", "utf8"));
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /books/terms → fs.readFileSync
});

module.exports = { books };
// @filename: app.js
const express = require("express");
const { books } = require("./routes/books");

const app = express();
app.use("/books", books);
app.listen(3000);
