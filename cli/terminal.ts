/** What a terminal needs to know of text: whether to colour it, how wide it is, and what must not get through. */
import pc from "picocolors";
import wrapAnsi from "wrap-ansi";
import type { Environment, Output } from "./environment.js";

export type Colours = ReturnType<typeof pc.createColors>;

/** Width assumed where there is no terminal to ask, in cells. */
export const DEFAULT_COLUMNS = 80;

/** Colours for an output: on for terminals, unless `NO_COLOR` or `FORCE_COLOR` says otherwise. */
export function coloursFor(output: Output, variables: Environment["variables"]): Colours {
  return pc.createColors(wantsColours(output, variables));
}

/** Whether lines can be rewritten in place. */
export function isInteractive(output: Output, variables: Environment["variables"]): boolean {
  return output.isTTY === true && variables["TERM"] !== "dumb";
}

/**
 * Breaks text into lines of at most `columns` cells, each behind `indent`.
 * Text for a file or a pipe keeps its long lines, so that it can be searched: pass `Infinity`.
 */
export function wrap(text: string, indent: string, columns: number): string {
  const width = Math.max(columns - indent.length, 20);
  const wrapped = Number.isFinite(width) ? wrapAnsi(text, width, { hard: true }) : text;
  return wrapped.replaceAll(/^/gmu, indent);
}

/**
 * Makes the control characters of untrusted text visible, so that a string in the analysed source can
 * neither drive the reader's terminal nor reorder what is shown. One character stays one character.
 */
export function printable(text: string): string {
  return text.replaceAll(CONTROL_CHARACTERS, (character) => {
    const code = character.charCodeAt(0);
    if (code === 0x7f) return "␡";
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : "�";
  });
}

/** C0 and C1 controls, line and paragraph separators, and the marks that change writing direction. */
// eslint-disable-next-line no-control-regex -- control characters are what it is for
const CONTROL_CHARACTERS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu;

function wantsColours(output: Output, variables: Environment["variables"]): boolean {
  if (isSet(variables["NO_COLOR"])) return false;
  const force = variables["FORCE_COLOR"];
  if (force !== undefined) return force !== "0" && force !== "false";
  return isInteractive(output, variables);
}

function isSet(variable: string | undefined): boolean {
  return variable !== undefined && variable !== "";
}
