/** What is left of a type when it has been awaited. */
import type ts from "typescript";

/** The promised type; of a union, what each of its members promises. The type itself where nothing is promised. */
export function awaitedType(checker: ts.TypeChecker, type: ts.Type): ts.Type {
  return checker.getAwaitedType(type) ?? type;
}
