/** What measuring a row gave: figures of one call at a request's size, and how they change. */

export interface Measurement {
  /** Time per call in ms, from the call until its result is there. */
  readonly ms: number;
  /** The longest time in ms that the event loop stood still during one call: {@link ms} itself for a synchronous one. */
  readonly stallMs: number;
  /** The share of {@link ms}, from 0 to 1, that the event loop was busy. 1 for a synchronous call. */
  readonly loopShare: number;
  /** What was measured: `a 60 KB buffer`. */
  readonly of?: string;
  /** The exponent b in time ~ size^b, where several sizes were measured: 1 is linear, 2 quadratic. */
  readonly growth?: number;
  /** The replacement on the same input: the twin, or the call itself on another thread. */
  readonly replacement?: {
    readonly is: "twin" | "worker";
    readonly ms: number;
    readonly loopShare: number;
    /** Whether it gave the same result; `unrelated` where results cannot be compared. */
    readonly isSame?: boolean | "unrelated";
  };
}

export interface MeasuredPackage {
  /** Of the package, or of Node.js. */
  readonly version: string;
  /** The day, as YYYY-MM-DD. */
  readonly date: string;
  /** By the row's member. */
  readonly rows: Readonly<Record<string, Measurement>>;
}

/** By canonical module name. */
export type Measurements = Readonly<Record<string, MeasuredPackage>>;
