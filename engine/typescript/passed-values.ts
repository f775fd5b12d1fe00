/** Where the arguments of calls come from: of a whole file, once somebody asks. */
import type ts from "typescript";
import type { CallFact, FileFacts, PassedFact, ValueFact } from "../facts/facts.js";
import type { TypeScript } from "./declaration.js";
import type { Origins } from "./origins.js";

/** The calls of a file, and what is known of it to follow their arguments back. */
export interface Followed {
  readonly calls: readonly CallFact[];
  /** By the calls' numbers. */
  readonly nodes: readonly ts.Node[];
  readonly origins: Origins;
}

const NOTHING: readonly PassedFact[] = [];

/** The facts with what calls are passed, which is followed back when it is first asked for: hardly ever. */
export function withPassed(typescript: TypeScript, facts: Omit<FileFacts, "passed">, followed: Followed): FileFacts {
  let unread: Followed | undefined = followed;
  let passed: FileFacts["passed"] = [];
  return {
    ...facts,
    get passed() {
      if (unread) {
        passed = readPassed(typescript, unread);
        unread = undefined;
      }
      return passed;
    },
  };
}

function readPassed(typescript: TypeScript, { calls, nodes, origins }: Followed): FileFacts["passed"] {
  return calls.map(({ id, function: around, arguments: values }) => {
    const node = nodes[id];
    const isCall = node && (typescript.isCallExpression(node) || typescript.isNewExpression(node));
    if (!isCall || around === 0) return NOTHING;
    const passed = (node.arguments ?? []).flatMap((argument, index) => {
      const inside = origins.ofProperties(argument, around);
      const found = mayComeFromElsewhere(values[index]) ? origins.of(argument, around) : [];
      const all = [{ from: found }, ...inside].filter(({ from }) => from.length > 0);
      return all.map((each): PassedFact => ({ argument: index, ...each }));
    });
    return passed.length > 0 ? passed : NOTHING;
  });
}

function mayComeFromElsewhere(value: ValueFact | undefined): boolean {
  switch (value?.is) {
    case "mention":
    case "call":
    case "ending":
    case "template":
    case "other":
    case "array":
      return true;
    default:
      return false;
  }
}
