/** The classes of a project that handlers belong to, and that their code names: read once, and kept. */
import type { Span } from "../facts/facts.js";
import type { Chain, ReadClass } from "../handler-reader.js";
import type { Project } from "../project.js";
import { calleeOffset, chainsOfDecorator } from "./chains.js";
import type { Call, Code, CodeFunction } from "./code.js";
import { callKey } from "./locations.js";

/** A class of the project, known by its key. */
export interface DeclaredClass {
  readonly file: string;
  readonly key: string;
  readonly class: ReadClass;
}

/** What was read in a file, and leads on. */
export interface ReadChains {
  readonly file: string;
  readonly chains: readonly Chain[];
}

/** Classes that extend one another in a circle are none. */
const MAX_BASES = 8;

export class DeclaredClasses {
  readonly #code: Code;
  readonly #project: Project;
  readonly #read = new Map<string, ReadClass>();

  constructor(code: Code, project: Project) {
    this.#code = code;
    this.#project = project;
  }

  /** Reads the classes that the functions are methods of, or that are among the calls because they inherit them. */
  loadOwners(functions: readonly CodeFunction[], calls: readonly Call[]): ReadChains[] {
    const owners = functions.flatMap((each): CodeFunction[] => {
      const owner = this.#code.function(each)?.owner;
      return owner ? [{ file: each.file, span: owner }] : [];
    });
    const heirs = calls.flatMap(({ file, call }): CodeFunction[] => {
      const classes = this.#project.files.get(file)?.facts.classes ?? [];
      return classes.some(({ span }) => span.start === call.start && span.end === call.end)
        ? [{ file, span: call }]
        : [];
    });
    return this.readClasses([...owners, ...heirs]);
  }

  /** Reads the classes that are constructed, and gives what they extend. */
  loadNamed(level: readonly ReadChains[]): ReadChains[] {
    const classes = level.flatMap(({ file, chains }) =>
      chains.flatMap((chain) => {
        const declared = this.declaredClass(file, chain);
        return declared ? [declared] : [];
      }),
    );
    return this.readClasses(classes);
  }

  private readClasses(classes: readonly CodeFunction[]): ReadChains[] {
    const unread = classes.filter(({ file, span }) => !this.#read.has(callKey(file, span)));
    const missing = [...new Map(unread.map((each) => [callKey(each.file, each.span), each])).values()];
    const answers = this.#code.read(missing.map(({ file, span }) => ({ read: "class", file, class: span })));
    return missing.flatMap(({ file, span }, index) => {
      const found = answers[index]?.class;
      if (!found) return [];
      this.#read.set(callKey(file, span), found);
      const { base, decorators } = found;
      return [
        { file, chains: [...(base?.is === "chain" ? [base.chain] : []), ...decorators.flatMap(chainsOfDecorator)] },
      ];
    });
  }

  /** The method of the class of the project that the chain names, or makes an instance of. */
  methodOf(file: string, chain: Chain, method: string): CodeFunction | undefined {
    const declared = this.declaredClass(file, chain);
    return declared && this.methodIn(declared, method);
  }

  private methodIn(declared: CodeFunction, method: string): CodeFunction | undefined {
    const facts = this.#project.files.get(declared.file)?.facts;
    const owner = facts?.classes.find(({ span }) => span.start === declared.span.start);
    const found = facts?.functions.find(
      ({ class: of, name }) => of !== undefined && of === owner?.id && name === method,
    );
    return found && { file: declared.file, span: found.span };
  }

  /** Few chains name a class: that is looked up once for all methods. */
  methodsOf(file: string, chains: readonly Chain[], methods: ReadonlySet<string>): CodeFunction[] {
    return chains.flatMap((chain) => {
      const declared = this.declaredClass(file, chain);
      return declared ? [...methods].flatMap((name) => this.methodIn(declared, name) ?? []) : [];
    });
  }

  /** The class, and those that it extends. */
  lineageOf(file: string, span: Span, depth = 0): readonly DeclaredClass[] {
    const key = callKey(file, span);
    const found = this.#read.get(key);
    if (!found || depth > MAX_BASES) return [];
    const base = found.base?.is === "chain" ? this.declaredClass(file, found.base.chain) : undefined;
    return [{ file, key, class: found }, ...(base ? this.lineageOf(base.file, base.span, depth + 1) : [])];
  }

  /** The class of the project that the chain names. */
  of(file: string, chain: Chain): DeclaredClass | undefined {
    const declared = this.declaredClass(file, chain);
    const found = declared && this.#read.get(callKey(declared.file, declared.span));
    return found && { file: declared.file, key: callKey(declared.file, declared.span), class: found };
  }

  private declaredClass(file: string, chain: Chain): CodeFunction | undefined {
    const offset = calleeOffset(chain);
    for (const reference of offset === undefined ? [] : this.#code.reference(file, offset)) {
      if (reference.is !== "declared" || reference.steps.length > 0) continue;
      const { at } = reference;
      const fact = this.#project.files
        .get(at.file)
        ?.facts.classes.find(({ nameOffset, site }) =>
          nameOffset === undefined ? site && "offset" in site && site.offset === at.offset : nameOffset === at.offset,
        );
      if (fact) return { file: at.file, span: fact.span };
    }
    return undefined;
  }
}
