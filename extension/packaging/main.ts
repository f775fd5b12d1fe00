/** `npm run package`: writes the `.vsix` into the repository's root. */
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { packageExtension } from "./package.js";
import { root } from "./root.js";

const { name, version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as Record<string, string>;
const file = `${name}-${version}.vsix`;
await packageExtension(path.join(root, file));
const megabytes = (statSync(path.join(root, file)).size / 1e6).toFixed(1);
console.log(`${file}, ${megabytes} MB. Install it with: code --install-extension ${file}`);
