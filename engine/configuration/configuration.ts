/** What a project says about itself that no analysis can find out: the contents of `loopguard.config.json`. */
import type { Kind } from "../catalogue/row.js";
import type { EntryPointKind } from "../entrypoints/framework.js";
import type { Confidence, Selection } from "../rules/finding.js";

/** The name under which the file is found, in a project's directory or above it. */
export const CONFIGURATION_FILE = "loopguard.config.json";

/** One configuration file as it was read; what was wrong in it is left out. */
export interface Configuration {
  /** Absolute path with forward slashes. */
  readonly file: string;
  readonly blocking?: readonly BlockingSetting[];
  readonly entryPoints?: readonly EntryPointSetting[];
  readonly wrappers?: readonly FunctionSetting[];
  readonly offload?: readonly FunctionSetting[];
  readonly startup?: readonly FunctionSetting[];
  readonly security?: readonly SecuritySetting[];
  /** Patterns as in a `.gitignore` beside the file: what is found in these files is not reported. */
  readonly ignore?: readonly string[];
  readonly minCost?: Selection["minCost"];
  readonly confidence?: Confidence;
}

/** A function of a package or of the project. */
export interface NamedSetting {
  /** A package's name, or the absolute path of a source file of the project. */
  readonly module: string;
  /** An exported name, `Class.method`, or `default`. */
  readonly member: string;
  readonly at: Position;
}

/** Lines and columns count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface BlockingSetting extends NamedSetting {
  readonly kind?: Kind;
  /** Time per call in milliseconds. */
  readonly ms?: number;
  readonly twin?: { readonly module: string; readonly member: string };
  readonly note?: string;
}

/** Functions that are handed to a function, or (in the project's own files, without `argument`) that function itself. */
export interface FunctionSetting extends NamedSetting {
  /** Which argument is meant, from 0; negative ones count from the end. */
  readonly argument?: number;
  /** The property of that argument that holds the function; `*` for any. */
  readonly property?: string;
}

export interface EntryPointSetting extends Omit<FunctionSetting, "member"> {
  readonly member?: string;
  /** The decorator of methods that are entry points. */
  readonly decorator?: string;
  /** The class or interface whose `member` is an entry point in every class that extends or implements it. */
  readonly extends?: string;
  readonly kind?: EntryPointKind;
  /** How messages name it; `{0}` is the first argument of the call if it is a string. */
  readonly label?: string;
}

/** Middleware, a guard or a decorator that stands for a security scheme of the API's document. */
export interface SecuritySetting extends NamedSetting {
  /** `none`: what has it asks for nothing. */
  readonly scheme: "bearer" | "basic" | "apiKey" | "oauth2" | "openIdConnect" | "none";
  /** What the document calls it. */
  readonly id?: string;
  /** Of API keys: where they are sent, and under which name. */
  readonly in?: "header" | "query" | "cookie";
  readonly name?: string;
  readonly authorizationUrl?: string;
  readonly tokenUrl?: string;
  readonly openIdConnectUrl?: string;
  readonly scopes?: readonly string[];
  /** What requests are answered with that do not carry it. */
  readonly status?: number;
}
