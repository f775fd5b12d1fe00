/** The catalogue is consistent: every row can be read, is there once, and says what it is based on. */
import assert from "node:assert/strict";
import { tierOf } from "./cost.js";
import { catalogue } from "./index.js";
import type { CataloguePackage, CatalogueRow } from "./row.js";

/** `readFileSync`, `Statement.get`, `new XMLParser`, `createSyncFn()`, `AdmZip.getEntries().[]`. */
const memberPath = /^(?:new )?[\w$]+(?:\(\))*(?:\.(?:\[\]|[\w$]+(?:\(\))*))*$/;

describe("catalogue", () => {
  it("has each module and each of its other names once", () => {
    assert.deepEqual(repeated(catalogue.flatMap(({ module, aliases = [] }) => [module, ...aliases])), []);
  });

  it("has each row once", () => {
    assert.deepEqual(repeated(rows().map(({ identity }) => identity)), []);
  });

  it("names members by paths that can be read", () => {
    const paths = catalogue.flatMap(({ rows, types = {} }) => [
      ...rows.map(({ member }) => member),
      ...Object.values(types).flatMap(({ origins }) => origins),
    ]);
    assert.deepEqual(
      paths.filter((path) => !memberPath.test(path)),
      [],
    );
  });

  it("gives every cost a figure that agrees with its tier, or says that it is estimated", () => {
    const wrong = rows().filter(({ row: { cost } }) =>
      cost.source === "measured" ? cost.ms === undefined || tierOf(cost.ms) !== cost.tier : cost.ms !== undefined,
    );
    assert.deepEqual(wrong, []);
  });

  it("says of size-dependent rows what size the cost is for", () => {
    const silent = rows().filter(({ row }) => row.sizeDependent === true && row.cost.of === undefined);
    assert.deepEqual(silent, []);
  });

  it("offers a twin or a worker thread, not both", () => {
    const torn = rows().filter(({ row }) => row.twin !== undefined && row.offload === true);
    assert.deepEqual(torn, []);
  });

  it("never sends anybody from one blocking call to another", () => {
    const blocking = new Map(rows().map(({ identity, row }) => [identity, row]));
    const circular = rows().filter(({ row: { twin } }) => {
      const target = twin && blocking.get(`${twin.module}#${twin.member}`);
      // What blocks only without a callback, or with an option, can be the answer when called in the other way.
      return target !== undefined && target.when === undefined;
    });
    assert.deepEqual(
      circular.map(({ identity }) => identity),
      [],
    );
  });

  it("knows where the instances come from whose members it names", () => {
    const unknown = catalogue.flatMap(({ module, types = {} }) =>
      Object.values(types)
        .flatMap(({ origins }) => origins)
        .map((origin) => /^([A-Z]\w*)\./.exec(origin)?.[1])
        .filter((owner) => owner !== undefined && types[owner] === undefined && !isExported(module, owner))
        .map((owner) => `${module}#${String(owner)}`),
    );
    assert.deepEqual(unknown, []);
  });
});

function rows(): { identity: string; row: CatalogueRow }[] {
  return catalogue.flatMap(({ module, rows }) => rows.map((row) => ({ identity: `${module}#${row.member}`, row })));
}

/** Whether the module's rows name the owner itself: a class with static members. */
function isExported(module: string, owner: string): boolean {
  const { rows }: Pick<CataloguePackage, "rows"> = catalogue.find((known) => known.module === module) ?? { rows: [] };
  return rows.some(({ member }) => member.startsWith(`${owner}.`));
}

function repeated(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}
