import { readFileSync } from "node:fs";

export const notFoundPage = () => readFileSync(new URL("../../data/404.html", import.meta.url), "utf8");
