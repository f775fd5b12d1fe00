/** Runs tests inside VS Code's extension host, and leaves their report in a file. */
import Mocha from "mocha";

/**
 * @param define Declares the tests with mocha's `describe` and `it`.
 * @throws When a test failed: VS Code makes that its exit code.
 */
export async function runMocha(define: () => Promise<unknown>): Promise<void> {
  const output = process.env["LOOPGUARD_SUITE_REPORT"];
  // The tests share one window: after a failure its state is anyone's guess.
  const mocha = new Mocha({ ui: "bdd", bail: true, timeout: 150_000, reporter: "json", reporterOptions: { output } });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await define();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
