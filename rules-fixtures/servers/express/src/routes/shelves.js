const { hashOfPlate } = require("../services/keys");
const { isLabel, isShortLabel } = require("../services/labels");
const { countEagerly, countPatiently, knownWaysToFill, plateOf, waysToFill } = require("../services/shelves");

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
  app.get("/shelves/:id/plate", (req, res) => {
    res.json({ plate: plateOf(Number(req.params.id)) });
  });
  app.get("/shelves/:id/plate/hash", (req, res) => {
    res.json({ hash: hashOfPlate(req.params.id) });
  });
  app.get("/shelves/:id/count", async (req, res) => {
    res.json({ count: await countEagerly() });
  });
  app.get("/shelves/:id/count/later", async (req, res) => {
    res.json({ count: await countPatiently() });
  });
};
