/** The frameworks' data is consistent in itself: every type that is named is described. */
import assert from "node:assert/strict";
import { frameworks } from "./index.js";

describe("framework data", () => {
  it("gives every framework a name of its own", () => {
    const names = frameworks.map(({ name }) => name);
    assert.deepEqual(names, [...new Set(names)]);
  });

  for (const { name, types = {}, registrations = [] } of frameworks) {
    it(`${name}: registrations are called on types that it describes`, () => {
      for (const registration of registrations) {
        for (const type of [...(registration.on ?? []), ...(registration.parameters ?? [])]) {
          assert.ok(
            type === undefined || type in types,
            `${registration.members.join(", ")} speaks of ${String(type)}`,
          );
        }
      }
    });

    it(`${name}: entry points have a kind and a label`, () => {
      for (const { effect, kind, label, members } of registrations) {
        if (effect === "entry") assert.ok(kind !== undefined && label !== undefined, members.join(", "));
      }
    });

    it(`${name}: no registration hides behind another`, () => {
      for (const [index, registration] of registrations.entries()) {
        for (const earlier of registrations.slice(0, index)) {
          const sameMembers = registration.members.filter((member) => earlier.members.includes(member));
          const sameTypes =
            registration.on === undefined
              ? earlier.on === undefined
              : registration.on.some((type) => earlier.on?.includes(type));
          const isNarrower =
            earlier.events !== undefined || earlier.firstArgument !== undefined || earlier.handlers !== undefined;
          // Without selectors, properties of arguments are left to others.
          const isElsewhere = registration.handlers?.every(({ property }) => property !== undefined) === true;
          assert.ok(
            !sameTypes || sameMembers.length === 0 || isNarrower || isElsewhere,
            `${sameMembers.join(", ")} can never be reached`,
          );
        }
      }
    });
  }
});
