import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createSecureContext, type SecureContext } from "node:tls";

const contexts = new Map<string, SecureContext>();
const layouts = new Map<string, { text?: string }>();
const pages = new Map<string, string>();
const { ca: configured } = loadSettings();

function loadSettings(): { ca: string } {
  return { ca: readFileSync("ca.pem", "utf8") };
  //           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
}

/** All callers pass what the module has read. */
function contextFor(ca: string): SecureContext {
  let context = contexts.get(ca);
  if (!context) {
    context = createSecureContext({ ca });
    //        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ once
    contexts.set(ca, context);
  }
  return context;
}

function settings({ ca }: { ca: string }): { context: SecureContext } {
  return { context: contextFor(ca) };
}

/** No caller gives the key. */
function layout(options: { key?: string }): string {
  let kept = layouts.get(options.key ?? "default");
  if (!kept) {
    kept = {};
    layouts.set(options.key ?? "default", kept);
  }
  if (kept.text) return kept.text;
  kept.text = readFileSync("layout.html", "utf8");
  //          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ once
  return kept.text;
}

/** Kept in a variable of one call. */
function menu(name: string): string {
  let text = pages.get(name);
  if (!text) {
    text = readFileSync("menu.html", "utf8");
    //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → menu → fs.readFileSync
  }
  return text;
}

/** One of the callers passes what a visitor asked for. */
function page(name: string): string {
  const known = pages.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(name, "utf8");
  //           ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → page → fs.readFileSync
  pages.set(name, text);
  return text;
}

createServer((request, response) => {
  const { context } = settings({ ca: configured });
  response.end(String(context) + layout({}) + menu("menu") + page("index") + page(request.url ?? ""));
});
