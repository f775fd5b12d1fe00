/** Fluent interfaces: calls that give back what they were called on, `router.get(…).post(…)`. */

/**
 * Origins of a type whose members return their receiver.
 *
 * @param type name of the type in `Framework.types`
 * @param members the members that can be chained
 */
export function chained(type: string, members: readonly string[]): readonly string[] {
  return members.map((member) => `${type}.${member}()`);
}
