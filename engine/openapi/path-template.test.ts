import assert from "node:assert/strict";
import { pathTemplates } from "./path-template.js";

describe("path templates", () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    "/": ["/"],
    "/users/:id": ["/users/{id}"],
    "/users/:id(\\d+)": ["/users/{id}"],
    "/users/:id{[0-9]+}": ["/users/{id}"],
    "/users/:id?": ["/users/{id}", "/users"],
    "/users{/:id}": ["/users/{id}", "/users"],
    "/:file.:ext": ["/{file}.{ext}"],
    "/flights/:from-:to": ["/flights/{from}-{to}"],
    "/files/*": ["/files/{wildcard}"],
    "/files/*path": ["/files/{path}"],
    "/blog/[slug]": ["/blog/{slug}"],
    "/docs/[...parts]": ["/docs/{parts}"],
    "/shop/[[...filters]]": ["/shop/{filters}", "/shop"],
    "documents.list": ["/documents.list"],
    "/name::verb": ["/name:verb"],
    "/users/": ["/users"],
  };
  for (const [path, templates] of Object.entries(cases)) {
    it(`of ${path}`, () => {
      assert.deepEqual(
        pathTemplates(path).map(({ template }) => template),
        templates,
      );
    });
  }

  it("keep what a path says of its parameters", () => {
    const [template] = pathTemplates("/users/:id(\\d+)/files/:rest(.*)");
    assert.deepEqual(template?.parameters, [
      { name: "id", pattern: "\\d+" },
      { name: "rest", isRest: true },
    ]);
  });

  it("are none of a path that is not written out", () => {
    assert.deepEqual(pathTemplates("/users/…"), []);
  });
});
