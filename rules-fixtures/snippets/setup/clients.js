// @filename: server.js
const { S3Client } = require("@aws-sdk/client-s3");
const { z } = require("zod");
const express = require("express");
const Stripe = require("stripe");

const app = express();
const region = process.env.AWS_REGION;

app.get("/files", (request, response) => {
  const { format } = require("./format");
//                   ^^^^^^^^^^^^^^^^^^^ no-setup-in-handler probable: GET /files → require
  const client = new S3Client({ region });
//               ^^^^^^^^^^^^^^^^^^^^^^^^ no-setup-in-handler definite: GET /files → new @aws-sdk/client-s3.S3Client
  const query = z.object({ prefix: z.string().max(20).optional() });
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-setup-in-handler definite: GET /files → zod.z.object
  response.send(format(client, query.parse(request.query)));
});

app.get("/prices", async (request, response) => {
  const stripe = new Stripe(process.env["STRIPE_KEY"] ?? "");
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-setup-in-handler definite: GET /prices → new stripe
  response.send(await stripe.prices.list());
});

app.get("/extras", (request, response) => {
  response.send(require("./not-in-this-repository/extras"));
});

// @filename: format.js
exports.format = (client, query) => [client, query];
