/** Every row of the catalogue that names a twin: what becomes of its call is written down, and type-checks. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { catalogue } from "@loopguard/engine";
import { typeErrors } from "./fixing.js";
import { TWINS_FILE, twinsText } from "./twins/twins-file.js";
import { type TwinTable, twinTable } from "./twins/twin-table.js";

describe("twins", function () {
  this.timeout(240_000);
  let table: TwinTable;

  before(() => {
    table = twinTable();
  });

  it("are in the table, each with what becomes of its call", () => {
    const rows = catalogue.flatMap(({ rows }) => rows.filter(({ twin }) => twin));
    assert.equal(table.lines.length, rows.length);
    assert.deepEqual(
      table.lines.filter(({ after }) => after === "not found"),
      [],
    );
    assert.equal(twinsText(table), readFileSync(TWINS_FILE, "utf8"), "npm run fixes:twins writes the table again");
  });

  it("bring in no error of types", () => {
    const known = new Set(errorsIn(table.before));
    assert.deepEqual(
      errorsIn(table.after).filter((error) => !known.has(error)),
      [],
    );
  });
});

/** The examples do without packages, and without most arguments. */
function errorsIn(files: TwinTable["before"]): string[] {
  return typeErrors(files).filter((error) => !/^Cannot find module|^Expected |No overload|static member/u.test(error));
}
