/** Mocha's spec reporter with a last line that a script can read: `N passed, N failed`, and how many were skipped. */
import Mocha from "mocha";
import { summary } from "./summary.mjs";

export default class SummaryReporter extends Mocha.reporters.Spec {
  epilogue() {
    super.epilogue();
    const { passes, failures, pending } = this.stats;
    // `npm test`, where that started us, adds up several runs before it says so.
    if (process.send) process.send({ passes, failures, pending });
    else console.log(summary({ passes, failures, pending }));
  }
}
