/** Routes by the package that registers them. */
import assert from "node:assert/strict";
import type { Location, Route } from "../rules/finding.js";
import { apisOf } from "./apis.js";

const files: Readonly<Record<string, string>> = {
  "/repository/package.json": '{ "name": "everything" }',
  "/repository/apps/shop/package.json": '{ "name": "@acme/shop" }',
  "/repository/apps/admin/package.json": "{}",
};
const host = { readFile: (file: string) => files[file] };

describe("apisOf", () => {
  it("separates routes by the nearest package", () => {
    const routes = ["apps/shop/src/a.ts", "apps/admin/b.ts", "apps/shop/src/deep/c.ts", "tools/d.ts"].map(routeIn);
    assert.deepEqual(
      apisOf(routes, host, ["/repository"]).map(({ name, directory, routes: own }) => [name, directory, own.length]),
      [
        ["everything", "/repository", 1],
        ["admin", "/repository/apps/admin", 1],
        ["@acme/shop", "/repository/apps/shop", 2],
      ],
    );
  });

  it("looks for no package above what was asked for", () => {
    const [api, ...others] = apisOf([routeIn("apps/old/src/a.ts")], host, ["/repository/apps/old"]);
    assert.equal(api?.directory, "/repository/apps/old");
    assert.deepEqual(others, []);
  });
});

function routeIn(file: string): Route {
  const location: Location = {
    ...{ file: `/repository/${file}`, start: 0, end: 1 },
    ...{ line: 1, column: 1, endLine: 1, endColumn: 2 },
  };
  return { method: "GET", path: "/", location, registration: location, framework: "Express" };
}
