/** What is run to measure a row of the catalogue: its call at several input sizes, and its replacement on the same input. */

/**
 * A package as it was loaded at run time. Packages are installed only to be measured, so there are no declarations
 * to check a workload against: a wrong one fails when it runs.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Loaded = any;

/** What a workload may use. */
export interface Bench {
  /** Loads a module from the folder where the measured packages are installed. */
  readonly load: (specifier: string) => Promise<Loaded>;
  /** An empty directory, for this workload alone. */
  readonly directory: string;
}

/** The measured call. What it returns is awaited when it is a promise. */
export type Call = () => unknown;

/** Makes the input of one size, and the call that takes it. None of that is measured. */
export type Prepare = (module: Loaded, size: number, bench: Bench) => Call | Promise<Call>;

/** Compares the results of a call and its twin. */
export type Same = "unrelated" | ((called: Loaded, twin: Loaded) => boolean | Promise<boolean>);

export interface Workload {
  readonly call: Prepare;
  /** Input sizes in ascending order: bytes, elements, iterations. One where the cost depends on nothing. */
  readonly sizes?: readonly number[];
  /** The size that a request would bring, whose time is the row's cost: the last by default. */
  readonly typical?: number;
  /** What a size is, for a person: `a 60 KB buffer`. */
  readonly of?: (size: number) => string;
  /** The twin, on the same input; or the same call in a worker thread where there is none. */
  readonly twin?: Prepare;
  /**
   * Whether the twin's result is as good as the call's. By default they must be deeply equal.
   * `unrelated` is for results that cannot be compared: random ones, handles.
   */
  readonly same?: Same;
  /** A call that cannot be repeated on its input needs a fresh one each time: it is prepared for every call. */
  readonly isOnce?: boolean;
}

/** Why a row has no measurement. */
export interface Unmeasured {
  readonly unmeasured: string;
}

export interface PackageWorkloads {
  /** What is installed: npm specifiers, by default the module's own package. Nothing for Node's core. */
  readonly install?: readonly string[];
  /** How the module is loaded where its name is not the specifier. */
  readonly specifier?: string;
  /** It is compiled for the Node.js that installs it, which then measures it too. */
  readonly isCompiled?: boolean;
  /** What Node.js must be told to have it. */
  readonly flags?: readonly string[];
  readonly rows: Readonly<Record<string, Workload | Unmeasured>>;
}

/** By module name, as the catalogue calls it. */
export type Workloads = Readonly<Record<string, PackageWorkloads>>;

/** Every row of a module without a measurement for one and the same reason. */
export function unmeasured(reason: string): Unmeasured {
  return { unmeasured: reason };
}
