/** The package managers that the packages are installed with: how each is started, and told where a tarball stands in. */
import { createRequire } from "node:module";
import path from "node:path";

/** The project's dependencies: ranges, and tarballs for what is on no registry yet. */
export interface Dependencies {
  readonly published: Readonly<Record<string, string>>;
  /** Absolute paths of tarballs by the name of their package. */
  readonly packed: Readonly<Record<string, string>>;
}

export interface Manager {
  readonly name: "npm" | "pnpm" | "yarn";
  /** The program, and what comes before its own arguments. */
  readonly command: readonly [string, ...string[]];
  /** What it is told besides the project's own manifest. */
  readonly files: (dependencies: Dependencies, registry: string) => Readonly<Record<string, string>>;
  readonly manifest: (dependencies: Dependencies) => object;
  /** A sentence of its own about a peer that does not fit. */
  readonly complaint: RegExp;
}

const require = createRequire(import.meta.url);

export const managers: readonly Manager[] = [
  {
    name: "npm",
    command: npmCommand(),
    files: () => ({}),
    // The tarballs at the top satisfy the packages' dependencies on each other.
    manifest: ({ published, packed }) => ({ devDependencies: { ...published, ...files(packed) } }),
    complaint: /ERESOLVE|EBADENGINE|peer dep/i,
  },
  {
    name: "pnpm",
    command: [process.execPath, path.join(path.dirname(require.resolve("pnpm")), "bin/pnpm.cjs")],
    files: ({ packed }) => ({ "pnpm-workspace.yaml": `overrides: ${JSON.stringify(files(packed))}\n` }),
    manifest: ({ published, packed }) => ({ devDependencies: { ...published, ...files(packed) } }),
    complaint: /peer dependenc|unmet peer/i,
  },
  {
    name: "yarn",
    command: [process.execPath, require.resolve("@yarnpkg/cli-dist/bin/yarn.js")],
    files: (_, registry) => ({
      "yarn.lock": "",
      ".yarnrc.yml": [
        "nodeLinker: node-modules",
        "enableTelemetry: false",
        "enableGlobalCache: false",
        // A new project's lock file is written, in continuous integration too.
        "enableImmutableInstalls: false",
        `npmRegistryServer: ${JSON.stringify(registry)}`,
        ...(registry.startsWith("http:")
          ? [`unsafeHttpWhitelist: [${JSON.stringify(new URL(registry).hostname)}]`]
          : []),
      ].join("\n"),
    }),
    manifest: ({ published, packed }) => ({
      devDependencies: { ...published, ...files(packed) },
      resolutions: files(packed),
    }),
    complaint: /YN0002|YN0060|YN0086|doesn't provide/,
  },
];

/** npm as it was started, or the one on the path. */
export function npmCommand(): readonly [string, ...string[]] {
  const cli = process.env["npm_execpath"];
  return cli !== undefined && /npm-cli\.[cm]?js$/.test(cli) ? [process.execPath, cli] : ["npm"];
}

function files(tarballs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(tarballs).map(([name, tarball]) => [name, `file:${tarball}`]));
}
