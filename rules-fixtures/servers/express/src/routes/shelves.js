const { isLabel, isShortLabel } = require("../services/labels");
const { knownWaysToFill, waysToFill } = require("../services/shelves");

exports.register = (app) => {
  app.get("/shelves/labels", (req, res) => {
    res.json({ valid: isLabel(req.query.text) });
  });
  app.get("/shelves/labels/short", (req, res) => {
    res.json({ valid: isShortLabel(req.query.text) });
  });
  app.get("/shelves/ways", (req, res) => {
    res.json({ ways: waysToFill(Number(req.query.width)) });
  });
  app.get("/shelves/ways/known", (req, res) => {
    res.json({ ways: knownWaysToFill(Number(req.query.width)) });
  });
};
