import { Ajv } from "ajv";
import express from "express";
import Handlebars from "handlebars";

const app = express();
const ajv = new Ajv();
const orderSchema = { type: "object", required: ["item"] };

function validatorOf() {
  return ajv.compile(orderSchema);
//       ^^^^^^^^^^^^^^^^^^^^^^^^ no-setup-in-handler definite: POST /orders → validatorOf → ajv.Ajv.compile
}

app.post("/orders", (request, response) => {
  const validate = validatorOf();
  const own = new Ajv();
//            ^^^^^^^^^ no-setup-in-handler definite: POST /orders → new ajv.Ajv
  const isItem = own.compile({ type: "string" });
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-setup-in-handler definite: POST /orders → ajv.Ajv.compile
  const greeting = Handlebars.compile("Hello {{name}}");
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-setup-in-handler definite: POST /orders → handlebars.compile
  response.send([validate(request.body), isItem, greeting({ name: "you" })]);
});
