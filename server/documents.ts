/** Addresses: documents as the client names them, files as the engine does. */
import { realpathSync } from "node:fs";
import path from "node:path";
import { withForwardSlashes } from "@loopguard/node-host";
import { URI } from "vscode-uri";

interface Root {
  readonly uri: string;
  /** As the client names it. */
  readonly named: string;
  /** Where it really lies: the compiler looks through symbolic links. */
  readonly real: string;
}

/** Translates between the client's URIs and the engine's paths (absolute, forward slashes). */
export class Addresses {
  #roots: readonly Root[] = [];
  /** Documents that are in no file yet, by the path that stands for them. */
  readonly #unsaved = new Map<string, string>();

  /** @param uris the workspace's folders */
  setRoots(uris: readonly string[]): void {
    this.#roots = uris
      .map((uri) => ({ uri, named: pathOf(URI.parse(uri)) }))
      .map(({ uri, named }) => ({ uri, named, real: realpathOf(named) }))
      .sort((a, b) => b.named.length - a.named.length);
  }

  /** The folders' paths, without folders inside other folders. */
  get roots(): readonly string[] {
    const real = [...new Set(this.#roots.map((root) => root.real))].sort();
    return real.filter((root) => !real.some((other) => other !== root && isWithin(root, other)));
  }

  /** The folder that a file is in, as the client names it; the inner one where folders lie in each other. */
  folderOf(file: string): string | undefined {
    return this.#roots.find(({ real }) => isWithin(file, real))?.uri;
  }

  /**
   * @param languageId of an unsaved document, whose name has no extension
   * @returns undefined for documents that are no files, such as the two sides of a comparison
   */
  pathOf(uri: string, languageId?: string): string | undefined {
    const parsed = URI.parse(uri);
    if (parsed.scheme === "untitled") return this.unsavedPath(uri, parsed, languageId);
    if (parsed.scheme !== "file") return undefined;
    const file = pathOf(parsed);
    const root = this.#roots.find(({ named }) => isWithin(file, named));
    return root ? `${root.real}${file.slice(root.named.length)}` : file;
  }

  uriOf(file: string): string {
    const unsaved = this.#unsaved.get(file);
    if (unsaved !== undefined) return unsaved;
    const root = this.#roots.find(({ real }) => isWithin(file, real));
    return URI.file(root ? `${root.named}${file.slice(root.real.length)}` : file).toString();
  }

  /** An unsaved document is analysed as if it lay in the first folder: there its imports resolve. */
  private unsavedPath(uri: string, { path: name }: URI, languageId = ""): string {
    for (const [file, known] of this.#unsaved) if (known === uri) return file;
    const extension = path.posix.extname(name) || (EXTENSIONS[languageId] ?? "");
    const base = path.posix.basename(name, extension);
    const file = `${this.#roots.at(-1)?.real ?? ""}/${base}${extension}`;
    this.#unsaved.set(file, uri);
    return file;
  }
}

/** The languages that are analysed, each with an extension that says so. */
export const EXTENSIONS: Readonly<Record<string, string>> = {
  typescript: ".ts",
  typescriptreact: ".tsx",
  javascript: ".js",
  javascriptreact: ".jsx",
};

function pathOf(uri: URI): string {
  return withForwardSlashes(uri.fsPath).replace(/(?<=.)\/$/u, "");
}

function isWithin(file: string, directory: string): boolean {
  return file === directory || file.startsWith(directory.endsWith("/") ? directory : `${directory}/`);
}

function realpathOf(directory: string): string {
  try {
    return withForwardSlashes(realpathSync.native(directory));
  } catch {
    return directory;
  }
}
