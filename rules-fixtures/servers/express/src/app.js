const express = require("express");
const { requireKey } = require("./middleware/require-key");
const { handleErrors } = require("./middleware/errors");
const { accounts } = require("./routes/accounts");
const { books } = require("./routes/books");
const reports = require("./routes/reports");
const shelves = require("./routes/shelves");

function createApp(config) {
  const app = express();
  app.use(express.json());

  app.get("/", (req, res) => {
    res.json({ greeting: config.greeting });
  });
  app.use(accounts);
  app.use("/books", books);
  reports.register(app);
  shelves.register(app);

  app.use("/admin", requireKey);
  app.get("/admin/kernel", (req, res) => {
    res.json({ kernel: typeof config.kernel });
  });

  app.use(handleErrors);
  return app;
}

module.exports = { createApp };
