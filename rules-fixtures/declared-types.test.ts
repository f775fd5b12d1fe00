/** The types that frameworks are recognised by exist in the packages' own declarations. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { frameworks } from "@loopguard/engine";

const REPOSITORY = path.resolve(import.meta.dirname, "../..");
const INSTALLED = path.join(REPOSITORY, "node_modules");

/** What this repository asks for; what else is installed may be any version. */
const { devDependencies } = JSON.parse(readFileSync(path.join(REPOSITORY, "package.json"), "utf8")) as {
  devDependencies: Record<string, string>;
};

/** The types of Express come with a package of their own. */
const EXPRESS_TYPES = "@types/express-serve-static-core";

/** Declared by other versions than the one that is installed here. */
const ELSEWHERE = new Set([
  "node:http2#HTTP2ServerCommon",
  "express#IRouter",
  "koa-router#Router",
  "socket.io-client#Socket",
]);

/** Read once per package. */
const texts = new Map<string, string | undefined>();

describe("declared types", () => {
  for (const { name, types = {} } of frameworks) {
    const declared = Object.values(types).flatMap(({ declaredAs = [] }) => declaredAs);
    const checkable = declared.filter((type) => !ELSEWHERE.has(type) && declarationsOf(type) !== undefined);
    if (checkable.length === 0) continue;
    it(name, () => {
      for (const type of checkable) {
        const [, typeName = ""] = type.split("#");
        const declaration = new RegExp(
          String.raw`\b(?:interface|class|type|namespace|const|function) ${typeName}\b|\bas ${typeName}\b`,
        );
        assert.match(declarationsOf(type) ?? "", declaration, type);
      }
    });
  }
});

/** All declarations of the package that declares the type; undefined when it is not installed. */
function declarationsOf(type: string): string | undefined {
  const [module = ""] = type.split("#");
  const directory = directoryOf(module);
  if (directory === undefined) return undefined;
  if (!texts.has(directory)) texts.set(directory, readDeclarations(directory));
  return texts.get(directory);
}

function directoryOf(module: string): string | undefined {
  if (module === "global") return undefined;
  const [first = "", second = ""] = module.split("/");
  const name = module.startsWith("node:") ? "node" : first.startsWith("@") ? `${first}/${second}` : first;
  const scoped = name.startsWith("@") ? name.slice(1).replace("/", "__") : name;
  return [`@types/${scoped}`, name]
    .filter((candidate) => candidate in devDependencies || candidate === EXPRESS_TYPES)
    .map((candidate) => path.join(INSTALLED, candidate))
    .find((directory) => existsSync(directory));
}

function readDeclarations(directory: string): string {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() &&
        /\.d\.[cm]?ts$/.test(entry.name) &&
        !entry.parentPath.includes("node_modules", directory.length),
    )
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), "utf8"))
    .join("\n");
}
