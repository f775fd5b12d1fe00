/** A small server as a workspace: what the preview is tried on, and a process that answers its requests. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "../packaging/root.js";

export interface Shop {
  /** Absolute path of the workspace's folder. */
  readonly folder: string;
  /** Where the server listens. */
  readonly address: string;
  /** Gives the workspace settings of its own. */
  set(settings: Readonly<Record<string, unknown>>): void;
  close(): void;
}

const FILES: Readonly<Record<string, string>> = {
  "package.json": `{ "name": "shop", "version": "1.2.0", "type": "module", "description": "Books, and who buys them" }`,
  "jsconfig.json": `{ "compilerOptions": { "module": "nodenext", "target": "es2023", "strict": true } }`,
  "app.js": `import { readFileSync } from "node:fs";
import express from "express";

const app = express();
app.use(express.json());

/** @typedef {{ id: string, title: string, pages: number, kind: "novel" | "poetry" }} Book */

/**
 * Finds a book.
 * @param {express.Request<{ id: string }>} req
 * @param {express.Response} res
 */
function findBook(req, res) {
  /** @type {Book} */
  const book = { id: req.params.id, title: "The Trial", pages: 255, kind: "novel" };
  res.json(book);
}

/** Prints what the shop sells. */
function catalogue(req, res) {
  res.type("text/plain").send(readCatalogue());
}

function readCatalogue() {
  return readFileSync(new URL("package.json", import.meta.url), "utf8");
}

app.get("/books/:id", findBook);
app.get("/catalogue", catalogue);

const server = app.listen(Number(process.env.PORT ?? 3000), "127.0.0.1", () => {
  console.log(\`listening on \${server.address().port}\`);
});
`,
};

/** Writes the workspace, and starts its server on a port that is free. */
export async function openShop(): Promise<Shop> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "loopguard-shop-")));
  symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"), "junction");
  for (const [name, text] of Object.entries(FILES)) writeFileSync(path.join(folder, name), text);
  const server = spawn(process.execPath, ["app.js"], { cwd: folder, env: { ...process.env, PORT: "0" } });
  return {
    folder,
    address: `http://127.0.0.1:${await portOf(server)}`,
    set: (settings) => {
      mkdirSync(path.join(folder, ".vscode"), { recursive: true });
      writeFileSync(path.join(folder, ".vscode", "settings.json"), JSON.stringify(settings));
    },
    close: () => {
      server.kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function portOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const [, port] = /listening on (\d+)/u.exec(said) ?? [];
      if (port !== undefined) resolve(port);
    };
    server.stdout?.on("data", listen);
    server.stderr?.on("data", listen);
    server.once("exit", () => {
      reject(new Error(`The shop did not open: ${said}`));
    });
  });
}
