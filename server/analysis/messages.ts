/** What the protocol's thread and the analysis thread say to each other: plain JSON. */
import type { Analysis, Progress } from "@loopguard/engine";
import type { Description } from "./describing.js";
import type { FixAnswer, FixQuestion } from "./fixing.js";
import type { TypeScriptInUse } from "../protocol.js";
import type { FunctionOutlines } from "./functions.js";
import type { ResultChange } from "./result-change.js";

export type ToAnalysis =
  /** Starts anew. Everything known before is forgotten. */
  | {
      readonly type: "open";
      readonly revision: number;
      /** Directories and files to analyse: absolute paths with forward slashes. */
      readonly targets: readonly string[];
      /** The file of a TypeScript to read them with, one that the person trusts and chose; by default the bundled one. */
      readonly typescript?: string;
      /** Source files in a folder; of one with more, the packages of the open documents alone are analysed. */
      readonly maxFiles?: number;
      readonly buffers: readonly Buffer[];
    }
  | {
      readonly type: "change";
      readonly revision: number;
      readonly buffers: readonly Buffer[];
      /** Files and directories that changed on the disk. */
      readonly paths: readonly string[];
    }
  /** Stops the run at its next batch; the next message starts another. */
  | { readonly type: "cancel" }
  /** Asks for fixes of what the latest complete analysis found. Interrupts nothing. */
  | { readonly type: "fix"; readonly id: number; readonly questions: readonly FixQuestion[] }
  /** Asks for the OpenAPI document of what was analysed last. Interrupts nothing. */
  | { readonly type: "describe"; readonly id: number; readonly api?: string };

/** An open document; without a text it was closed, and the disk counts again. */
export interface Buffer {
  readonly path: string;
  readonly text?: string;
}

export type FromAnalysis =
  | { readonly type: "progress"; readonly revision: number; readonly progress: Progress }
  | { readonly type: "result"; readonly revision: number; readonly change: ResultChange }
  | { readonly type: "cancelled"; readonly revision: number }
  /** One answer for each question. */
  | { readonly type: "fixes"; readonly id: number; readonly answers: readonly FixAnswer[] }
  /** Without a description when something has changed that was not analysed yet, or something failed. */
  | {
      readonly type: "described";
      readonly id: number;
      readonly description?: Description;
      readonly failure?: Error;
    };

export interface AnalysisResult extends Analysis {
  readonly functions: FunctionOutlines;
  /** Open documents that the project knows by another path, through symbolic links: that path. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Time of the run, in ms. */
  readonly times: { readonly reading: number; readonly searching: number };
  readonly typescript: TypeScriptInUse;
  /** Heap of the analysis thread afterwards, in bytes. */
  readonly heap: number;
}
