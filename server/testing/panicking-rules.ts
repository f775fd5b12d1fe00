/** Loaded before a server, by `--import`: the rules that `LOOPGUARD_TEST_PANIC_IN` names throw, in its threads too. */
import { rules } from "@loopguard/engine";

const names = process.env["LOOPGUARD_TEST_PANIC_IN"]?.split(" ") ?? [];
for (const rule of rules.filter(({ name }) => names.includes(name))) {
  Object.defineProperty(rule, "certainty", {
    value: () => {
      throw new Error("panic in a rule");
    },
  });
}
