// @valid
import { readFileSync } from "node:fs";

/** A cache that happens to have a `get`. */
const app = new Map<string, () => string>();

app.set("/terms", () => readFileSync("terms.html", "utf8"));
