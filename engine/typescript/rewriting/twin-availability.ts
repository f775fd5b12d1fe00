/** Whether a twin is there to be called: its package is a dependency, and it gives a promise in the version at hand. */
import type ts from "typescript";
import type { AwaitTwin } from "../../rewriter.js";
import { isAtLeast } from "../dependencies.js";
import { isThenable } from "./callbacks.js";
import { Refused } from "./refused.js";
import type { Sheet } from "./sheet.js";

/** @throws Refused where the twin cannot be imported, or is not known to be asynchronous there */
export function checkAvailability(sheet: Sheet, { module, twin }: AwaitTwin): void {
  const name = `${twin.module}'s ${twin.member}`;
  if (twin.gives === "items" && !knowsFromAsync(sheet)) {
    throw new Refused("Array.fromAsync is not in the library that the project asks for.");
  }
  const signatures = signaturesOf(sheet, twin);
  if (signatures) {
    if (signatures.length === 0) throw new Refused(`The installed types do not know ${name}.`);
    if (!signatures.some((signature) => fits(sheet, signature, twin))) {
      throw new Refused(`As it is installed, ${name} gives no promise.`);
    }
    return;
  }
  if (twin.module === "global") return;
  if (twin.module.startsWith("node:")) {
    if (twin.since !== undefined) throw new Refused(`${name} is in Node from ${twin.since} only.`);
    return;
  }
  const own = packageOf(twin.module);
  const version = sheet.versionOf?.(own);
  if (own !== packageOf(module) && version === undefined) throw new Refused(`${own} is no dependency of this package.`);
  if (twin.since === undefined) return;
  if (version === undefined || isAtLeast(version, twin.since) !== true) {
    throw new Refused(`${name} gives a promise from version ${twin.since} only.`);
  }
}

/** Whether TypeScript would not know what a promisified twin gives: one of several forms, and nothing says which. */
export function hasManyForms(sheet: Sheet, twin: AwaitTwin["twin"]): boolean {
  const signatures = twin.isCallback === true ? signaturesOf(sheet, twin) : undefined;
  const taking = signatures?.filter((signature) => fits(sheet, signature, twin)) ?? [];
  const { declaration } = taking[0] ?? {};
  const symbol =
    declaration && sheet.checker?.getSymbolAtLocation((declaration as ts.NamedDeclaration).name ?? declaration);
  return taking.length > 1 && symbol?.exports?.has(sheet.typescript.escapeLeadingUnderscores("__promisify__")) !== true;
}

/** What the type checker knows of the twin; undefined where it knows nothing of its module. */
function signaturesOf({ checker, file, imports, typescript }: Sheet, twin: AwaitTwin["twin"]): Signatures | undefined {
  if (!checker || twin.module === "global" || twin.member.includes(".")) return undefined;
  const specifier = imports.specifierOf(twin.module);
  const module =
    (specifier && checker.getSymbolAtLocation(specifier)) ??
    checker.getAmbientModules().find(({ name }) => name === `"${twin.module}"`);
  const declaration = module?.declarations?.[0];
  if (!module || !declaration || isJavaScript(typescript, declaration.getSourceFile())) return undefined;
  const exports = checker.getExportsOfModule(module);
  const whole = module.exports?.get(typescript.InternalSymbolName.ExportEquals);
  const named = exports.find(({ name }) => name === twin.member);
  const symbol = twin.member === "default" ? (whole ?? named) : named;
  if (!symbol) return [];
  const type = checker.getTypeOfSymbolAtLocation(aliased(typescript, checker, symbol), file);
  return (type.flags & typescript.TypeFlags.Any) !== 0 ? undefined : type.getCallSignatures();
}

function knowsFromAsync({ checker, file, typescript }: Sheet): boolean {
  if (!checker) return true;
  const array = checker.getSymbolsInScope(file, typescript.SymbolFlags.Variable).find(({ name }) => name === "Array");
  return array !== undefined && checker.getTypeOfSymbolAtLocation(array, file).getProperty("fromAsync") !== undefined;
}

type Signatures = readonly ts.Signature[];

function aliased(typescript: Sheet["typescript"], checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return (symbol.flags & typescript.SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(symbol) : symbol;
}

function isJavaScript(typescript: Sheet["typescript"], { flags }: ts.SourceFile): boolean {
  return (flags & typescript.NodeFlags.JavaScriptFile) !== 0;
}

function fits({ checker, file }: Sheet, signature: ts.Signature, { isCallback, gives }: AwaitTwin["twin"]): boolean {
  if (!checker) return false;
  if (isCallback === true) {
    const last = signature.parameters.at(-1);
    const type = last && checker.getNonNullableType(checker.getTypeOfSymbolAtLocation(last, file));
    return (type?.getCallSignatures().length ?? 0) > 0;
  }
  const result = signature.getReturnType();
  return gives === "items" || isThenable(checker.getApparentType(result));
}

function packageOf(module: string): string {
  return module
    .split("/")
    .slice(0, module.startsWith("@") ? 2 : 1)
    .join("/");
}
