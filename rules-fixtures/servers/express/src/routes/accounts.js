const { Router } = require("express");
const { asyncHandler } = require("../middleware/async-handler");
const { passwords } = require("../services/passwords");

const hashes = new Map();
const accounts = Router();

function register(req, res) {
  const { name, password } = req.body;
  hashes.set(name, passwords.hash(password));
  res.status(201).json({ name });
}

async function signIn(req, res) {
  const { name, password } = req.body;
  const isRight = await passwords.verify(password, hashes.get(name));
  res.status(isRight ? 200 : 401).json({ isRight });
}

accounts.post("/accounts", register);
accounts.post("/sessions", asyncHandler(signIn));

module.exports = { accounts };
