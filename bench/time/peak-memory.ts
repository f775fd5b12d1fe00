/** Preloaded with `--import` into a measured process: says on standard error how much memory it took at most. */
process.on("exit", () => {
  process.stderr.write(`\npeak memory: ${String(process.resourceUsage().maxRSS)} KB\n`);
});
