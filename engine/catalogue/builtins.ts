/** Node's own modules: `fs` and `node:fs` are one. */

const BUILTINS = new Set([
  "assert", "async_hooks", "buffer", "child_process", "cluster", "console", "constants", "crypto", "dgram", "diagnostics_channel",
  "dns", "domain", "events", "fs", "http", "http2", "https", "inspector", "module", "net", "os", "path", "perf_hooks", "process",
  "punycode", "querystring", "readline", "repl", "stream", "string_decoder", "sys", "timers", "tls", "trace_events", "tty", "url",
  "util", "v8", "vm", "wasi", "worker_threads", "zlib",
]);

/** The module's canonical name: Node's own carry their prefix, `fs/promises` becomes `node:fs/promises`. */
export function canonicalModule(specifier: string): string {
  const slash = specifier.indexOf("/");
  return BUILTINS.has(slash < 0 ? specifier : specifier.slice(0, slash)) ? `node:${specifier}` : specifier;
}
