/** Runs eslint-plugin-n's `no-sync`, the rule people use today, for comparison. */
import { ESLint } from "eslint";
import nodePlugin from "eslint-plugin-n";

export interface Alert {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * The rule's alerts in plain CommonJS files.
 *
 * @param folder the project
 * @param glob the files, relative to it
 * @param allowAtRootLevel the rule's option of that name
 */
export async function runNoSync(folder: string, glob: string, allowAtRootLevel: boolean): Promise<readonly Alert[]> {
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    allowInlineConfig: false,
    overrideConfig: {
      files: [glob],
      languageOptions: { sourceType: "commonjs" },
      plugins: { n: nodePlugin },
      rules: { "n/no-sync": ["error", { allowAtRootLevel }] },
    },
  });
  const results = await eslint.lintFiles([glob]);
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, column }) => ({
      file: filePath.slice(folder.length + 1).replaceAll("\\", "/"),
      line,
      column,
    })),
  );
}
