// @valid
import { readFileSync } from "node:fs";

/** Same names, other things. */
class Gauge {
  constructor(readonly options: { collect(): unknown }) {}
}

export const gauge = new Gauge({ collect: () => readFileSync("gauge.txt") });

const schema = { pre: (_event: string, hook: () => unknown) => hook };

export const hook = schema.pre("save", () => readFileSync("hook.txt"));
