/** What a call costs by its arguments: more iterations, larger keys. */
import { measured } from "./cost.js";
import type { ArgumentCost, CatalogueRow, Cost, CostOfNumber } from "./row.js";

/** The number or text at a path into a call's arguments; undefined where it is not written out. */
export type ArgumentReader = (path: string) => number | string | undefined;

/** The cost of a call of the row: that of its arguments, as far as they are written out, or that of the default. */
export function costOf({ cost, costFrom = [] }: CatalogueRow, read: ArgumentReader): Cost {
  for (const each of costFrom) {
    const found = costBy(each, read);
    if (found) return found;
  }
  return cost;
}

function costBy(rule: ArgumentCost, read: ArgumentReader): Cost | undefined {
  const value = read(rule.argument);
  if ("cost" in rule) return typeof value === "string" && rule.is.includes(value.toLowerCase()) ? rule.cost : undefined;
  if (typeof value !== "number" || !(value > 0)) return undefined;
  if (rule.where && read(rule.where.argument) !== rule.where.is) return undefined;
  return measured(timeAt(value, rule), rule.of.replace("#", value.toLocaleString("en")));
}

/** Along the straight line through the two nearest figures, where times (and sizes) are logarithms. In ms. */
function timeAt(value: number, { figures, isExponential }: CostOfNumber): number {
  const scaled = (size: number): number => (isExponential === true ? size : Math.log(size));
  const above = figures.findIndex(([size]) => size >= value);
  const end = Math.max(1, above < 0 ? figures.length - 1 : above);
  const [low, high] = [figures[end - 1], figures[end]];
  if (!low || !high) return high?.[1] ?? low?.[1] ?? 0;
  const share = (scaled(value) - scaled(low[0])) / (scaled(high[0]) - scaled(low[0]));
  return low[1] * (high[1] / low[1]) ** share;
}
