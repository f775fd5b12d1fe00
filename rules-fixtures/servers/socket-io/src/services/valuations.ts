import fs from "node:fs";

const memo = <T>(compute: () => T): (() => T) => {
  let value: { of: T } | undefined;
  return () => (value ??= { of: compute() }).of;
};

const valuations = memo(
  () =>
    JSON.parse(fs.readFileSync(new URL("../../data/valuations.json", import.meta.url), "utf8")) as Record<
      string,
      number
    >,
);

export const valuationOf = (lot: string): number | undefined => valuations()[lot];
