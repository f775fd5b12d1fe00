/** Every rule, in the order in which pages and commands list them. Adding a rule is adding it here. */
import { noBlockingLoop } from "./no-blocking-loop.js";
import { noBlockingWait } from "./no-blocking-wait.js";
import { noSetupInHandler } from "./no-setup-in-handler.js";
import { noSlowRegex } from "./no-slow-regex.js";
import { noSyncCpu } from "./no-sync-cpu.js";
import { noSyncInAsync } from "./no-sync-in-async.js";
import { noSyncIo } from "./no-sync-io.js";
import type { RuleDeclaration } from "./rule.js";

export const rules: readonly RuleDeclaration[] = [
  noSyncIo,
  noSyncCpu,
  noBlockingWait,
  noSetupInHandler,
  noSlowRegex,
  noBlockingLoop,
  noSyncInAsync,
];
