/** `npm run regexes:confirm`: times every labelled pattern, and says which labels do not hold. */
import { labelledPatterns } from "./labelled-patterns.js";
import { isLinear, type LabelledPattern, measuredGrowth } from "./timing.js";

const wrong = labelledPatterns.filter((labelled) => !holds(labelled));
for (const { pattern, flags, grows, from } of wrong) console.error(`/${pattern}/${flags} is not ${grows} (${from})`);
console.log(`${String(labelledPatterns.length - wrong.length)} of ${String(labelledPatterns.length)} labels hold.`);
process.exitCode = wrong.length === 0 ? 0 : 1;

function holds({ pattern, flags, grows, attack }: LabelledPattern): boolean {
  return attack ? measuredGrowth(pattern, flags, attack) === grows : isLinear(pattern, flags);
}
