const { hashKey } = require("../services/keys");

function requireKey(req, res, next) {
  const hash = hashKey(req.get("x-api-key") ?? "");
  if (hash.length !== 64) return res.sendStatus(401);
  req.keyHash = hash;
  next();
}

module.exports = { requireKey };
