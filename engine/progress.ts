/** How far a run has come, for hosts that show it. */
export interface Progress {
  readonly phase: "reading" | "searching";
  /** Files read, or questions asked. */
  readonly done: number;
  /** Known for reading only. */
  readonly total?: number;
}
