const express = require("express");
const Joi = require("joi");
const schemas = require("./joi-schemas.js");
const app = express();

const validate = (schema) => (req, res, next) => {
  const parts = Object.fromEntries(Object.keys(schema).map((part) => [part, req[part]]));
  if (Joi.compile(schema).validate(parts).error) return res.status(400).json({ error: "invalid" });
  next();
};
app.post("/required/books", validate(schemas.createBook), (_req, res) => res.sendStatus(201));
