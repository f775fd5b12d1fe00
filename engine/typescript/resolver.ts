/** Answers questions about one file: its parts call on each other, since a name leads to values and these to names. */
import type ts from "typescript";
import type { TypeScript } from "./declaration.js";
import { DeclaredElements } from "./declared-elements.js";
import { DeclaredInstances } from "./declared-instances.js";
import { DeclaredReturns } from "./declared-returns.js";
import { Elements } from "./elements.js";
import { ExpressionTypes } from "./expression-types.js";
import { Members } from "./members.js";
import { Modules } from "./modules.js";
import { Names } from "./names.js";
import { Overriding } from "./overriding.js";
import { Types } from "./types.js";
import { type ValueCache, Values } from "./values.js";

export interface OracleOptions {
  readonly typescript: TypeScript;
  /** The program whose checker speaks for a file. */
  programOf(file: string): ts.Program | undefined;
  /** Whether a file is the project's own source, as opposed to a declaration file or a dependency. */
  isOwn(file: string): boolean;
  /** Told of every function whose results are read from its statements. */
  onRead?(declaration: ts.SignatureDeclaration): void;
}

export class Resolver {
  readonly options: OracleOptions;
  readonly ts: TypeScript;
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  readonly file: ts.SourceFile;
  readonly names = new Names(this);
  readonly modules = new Modules(this);
  readonly members = new Members(this);
  readonly instances = new DeclaredInstances(this);
  readonly declaredElements = new DeclaredElements(this);
  readonly returns = new DeclaredReturns(this);
  readonly expressions = new ExpressionTypes(this);
  readonly types = new Types(this);
  readonly elements = new Elements(this);
  readonly overriding = new Overriding(this);
  readonly values: Values;

  constructor(options: OracleOptions, program: ts.Program, file: ts.SourceFile, cache: ValueCache) {
    this.options = options;
    this.ts = options.typescript;
    this.program = program;
    this.checker = program.getTypeChecker();
    this.file = file;
    this.values = new Values(this, cache);
  }
}
