import { readFileSync } from "node:fs";

let forecast;

/** Read for the first who asks, and kept. */
export function currentForecast() {
  return (forecast ??= JSON.parse(readFileSync(new URL("../../data/forecast.json", import.meta.url), "utf8")));
}
