/** `npm run regexes:confirm`: times every labelled pattern, and says which labels do not hold. */
import { labelledPatterns } from "./labelled-patterns.js";
import { isLinear, type LabelledPattern, measuredGrowth } from "./timing.js";

/** A busy machine makes one of two times longer, and the growth another: a label that holds, holds soon. */
const ATTEMPTS = 3;

const wrong = labelledPatterns.filter((labelled) => !holds(labelled));
for (const { pattern, flags, grows, from } of wrong) console.error(`/${pattern}/${flags} is not ${grows} (${from})`);
console.log(`${String(labelledPatterns.length - wrong.length)} of ${String(labelledPatterns.length)} labels hold.`);
process.exitCode = wrong.length === 0 ? 0 : 1;

function holds({ pattern, flags, grows, attack }: LabelledPattern): boolean {
  return Array.from({ length: ATTEMPTS }).some(() =>
    attack ? measuredGrowth(pattern, flags, attack) === grows : isLinear(pattern, flags),
  );
}
