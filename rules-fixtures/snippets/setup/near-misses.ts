// @valid
import { Ajv } from "ajv";
import express from "express";

const app = express();
const formats = new Map<string, Intl.NumberFormat>();
const euros = new Intl.NumberFormat("de-DE", { style: "currency", currency: "EUR" });
let locale = "de-DE";
let validate: ReturnType<Ajv["compile"]> | undefined;

class Prices {
  constructor(readonly locale: string) {}
  format(amount: number): string {
    return new Intl.NumberFormat(this.locale).format(amount);
  }
}

function formatFor(name: string): Intl.NumberFormat {
  const known = formats.get(name) ?? new Intl.NumberFormat(name);
  formats.set(name, known);
  return known;
}

app.put("/locale", (request, response) => {
  locale = String(request.query["to"]);
  response.send(new Intl.NumberFormat(locale).format(1));
});

app.get("/price", (request, response) => {
  validate ??= new Ajv().compile({ type: "object" });
  const today = new Intl.DateTimeFormat(zoneOf(request.headers["x-zone"]));
  const words = new RegExp(`^${String(request.query["q"])}`);
  response.send([validate({}), today, words, euros.format(1), formatFor("de").format(1), new Prices("de").format(2)]);
});

function zoneOf(header: unknown): string {
  return header === "de" ? "de-DE" : "en-GB";
}
