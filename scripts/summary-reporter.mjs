/** Mocha's spec reporter with a last line that a script can read: `N passed, N failed`, and how many were skipped. */
import Mocha from "mocha";

export default class SummaryReporter extends Mocha.reporters.Spec {
  epilogue() {
    super.epilogue();
    const { passes, failures, pending } = this.stats;
    console.log(`${passes} passed, ${failures} failed${pending > 0 ? `, ${pending} skipped` : ""}`);
    // Tells `npm test`, where that started us, that the line is out.
    process.send?.("summary");
  }
}
