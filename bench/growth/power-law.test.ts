import assert from "node:assert/strict";

import { exponentOf } from "./power-law.js";

describe("the growth of what is measured", () => {
  const sizes = [100, 300, 1000, 3000];

  it("is 1 where twice the size takes twice the time", () => {
    assert.equal(exponentOf(sizes.map((size) => ({ size, value: size / 7 }))).toFixed(3), "1.000");
  });

  it("is 2 where twice the size takes four times the time", () => {
    assert.equal(exponentOf(sizes.map((size) => ({ size, value: 3 * size * size }))).toFixed(3), "2.000");
  });

  it("is 0 where the size does not matter", () => {
    assert.equal(exponentOf(sizes.map((size) => ({ size, value: 5 }))).toFixed(3), "0.000");
  });

  it("is nothing that one size can tell", () => {
    assert.throws(() => exponentOf([{ size: 100, value: 1 }]), /different sizes/u);
  });
});
