/** Runs once, when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { readFileSync } = await import("node:fs");
  process.env.LICENSE = readFileSync(`${process.cwd()}/data/license.txt`, "utf8");
}
