import { celebrate, errors, Joi } from "celebrate";
import express from "express";
const app = express();
app.post(
  "/celebrate/users/:id",
  celebrate({
    body: Joi.object({ email: Joi.string().email().required(), age: Joi.number().integer().min(18) }),
    params: Joi.object().keys({ id: Joi.number().integer().required() }),
    query: { dry: Joi.boolean(), sort: Joi.string().valid("name", "age").default("name") },
    headers: Joi.object({ "x-trace": Joi.string().required() }).unknown(),
    cookies: { theme: Joi.string() },
  }),
  (_req, res) => res.sendStatus(204),
);
app.use(errors());
