/** What a name stands for that one of the blocks around it declares: by syntax, without a checker. */
import type ts from "typescript";
import type { TypeScript } from "./declaration.js";

/** The function, or what the variable is initialised with; undefined for parameters, patterns and what is imported. */
export function declaredAround(
  typescript: TypeScript,
  name: ts.Identifier,
): ts.FunctionDeclaration | ts.Expression | undefined {
  for (let at: ts.Node = name.parent; ; at = at.parent) {
    const statements = typescript.isBlock(at) || typescript.isSourceFile(at) ? at.statements : [];
    for (const statement of statements) {
      if (typescript.isFunctionDeclaration(statement) && statement.name?.text === name.text) return statement;
      const declarations = typescript.isVariableStatement(statement) ? statement.declarationList.declarations : [];
      for (const { name: declared, initializer } of declarations)
        if (typescript.isIdentifier(declared) && declared.text === name.text) return initializer;
    }
    if (typescript.isSourceFile(at)) return undefined;
  }
}
