const { existsSync } = require("node:fs");
const express = require("express");
const Joi = require("joi");
const v = require("valibot");
const yup = require("yup");

const file = Joi.object({ name: Joi.string().custom((name) => existsSync(name)) });
//                                                            ^^^^^^^^^^^^^^^^ no-sync-io definite: POST /files → fs.existsSync
const folder = yup.object({ name: yup.string().test("exists", "It is not there.", (name) => existsSync(name)) });
//                                                                                          ^^^^^^^^^^^^^^^^ no-sync-io definite: POST /folders → fs.existsSync
const link = v.object({ target: v.pipe(v.string(), v.check((target) => existsSync(target))) });
//                                                                     ^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /links → fs.existsSync

const app = express();
app.post("/files", (req, res) => res.json(file.validate(req.body)));
app.post("/folders", async (req, res) => res.json(await folder.validate(req.body)));
app.post("/links", (req, res) => res.json(v.parse(link, req.body)));
