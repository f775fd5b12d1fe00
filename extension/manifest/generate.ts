/** Writes the settings into the manifest, into its texts, and into the extension's page. */
import { settings, type Setting } from "./settings.js";

type Json = Readonly<Record<string, unknown>>;

/**
 * The manifest with its section of settings as it should be.
 *
 * @param manifest The root's `package.json`, parsed.
 */
export function withSettings(manifest: Json): Json {
  const properties = Object.fromEntries(
    settings.map((setting, order) => [`loopguard.${setting.name}`, { order, ...propertyOf(setting) }]),
  );
  const contributes = { ...(manifest["contributes"] as Json), configuration: { title: "Loopguard", properties } };
  const capabilities = manifest["capabilities"] as Readonly<Record<string, Json>>;
  // A workspace that is not trusted must not be able to hide what it contains, or have requests sent elsewhere.
  const restrictedConfigurations = settings
    .filter(({ isRestricted }) => isRestricted)
    .map(({ name }) => `loopguard.${name}`);
  const untrustedWorkspaces = { ...capabilities["untrustedWorkspaces"], restrictedConfigurations };
  return { ...manifest, capabilities: { ...capabilities, untrustedWorkspaces }, contributes };
}

/**
 * The texts with those of the settings as they should be; what the others say stays.
 *
 * @param texts `package.nls.json`, parsed.
 */
export function withTexts(texts: Json): Json {
  const others = Object.entries(texts).filter(([key]) => !key.startsWith("settings."));
  const own = settings.flatMap(({ name, description, meanings = [] }) => [
    [textOf(name), description],
    ...meanings.map((meaning, index) => [textOf(name, index), meaning]),
  ]);
  return Object.fromEntries([...others, ...own]) as Json;
}

/** The page with its table of settings as it should be. */
export function withTable(page: string): string {
  const rows = settings.map(({ name, description, schema }) => {
    return `| \`loopguard.${name}\` | \`${JSON.stringify(schema.default)}\` | ${description} |`;
  });
  const table = ["| setting | default | |", "| --- | --- | --- |", ...rows].join("\n");
  return page.replace(/(<!-- begin settings -->\n)[^]*?(\n<!-- end settings -->)/u, (_, begin: string, end: string) => {
    return `${begin}${table}${end}`;
  });
}

function propertyOf({ name, schema, meanings, isPersonal = false }: Setting): Json {
  return {
    scope: isPersonal ? "machine" : "resource",
    ...schema,
    markdownDescription: `%${textOf(name)}%`,
    ...(meanings && { enumDescriptions: meanings.map((_, index) => `%${textOf(name, index)}%`) }),
  };
}

function textOf(name: string, value?: number): string {
  return `settings.${name}${value === undefined ? "" : `.${String(value)}`}`;
}
