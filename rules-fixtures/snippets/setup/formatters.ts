import express from "express";

const app = express();
const locale = "de-DE";

function price(amount: number): string {
  const options = { style: "currency", currency: "EUR" } as const;
  return new Intl.NumberFormat(locale, options).format(amount);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-setup-in-handler definite: GET /price → price → new Intl.NumberFormat
}

app.get("/price", (request, response) => {
  const pattern = new RegExp("^[0-9]+$");
  response.send(pattern.test("1") ? price(12) : "");
});
