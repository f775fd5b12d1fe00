/** The generators that a document is compared with: what each reads, and all that a user has to run. Data. */
import { generateApi } from "./generated-api.js";
import { generateNestApi, generateNestiaApi } from "./generated-nest-api.js";

export interface Peer {
  readonly name: string;
  /** How it is installed. */
  readonly install: readonly string[];
  /** The API as people write it for this generator. */
  generate(operations: number): ReadonlyMap<string, string>;
  /** One after the other; a script is below `node_modules` of where it is installed, or below the project. */
  readonly runs: readonly { readonly script: string; readonly arguments: readonly string[] }[];
  /** The document, below the project. */
  readonly document: string;
}

/** By the option that says where it is installed. */
export const peers = {
  tsoa: {
    name: "tsoa",
    install: ["npm install tsoa"],
    generate: generateApi,
    runs: [{ script: "node_modules/@tsoa/cli/dist/cli.js", arguments: ["spec", "-c", "tsoa.json"] }],
    document: "build/swagger.json",
  },
  nest: {
    name: "@nestjs/swagger",
    install: [
      "npm install @nestjs/{common,core,platform-express,swagger,cli} reflect-metadata rxjs typescript @types/node",
    ],
    generate: generateNestApi,
    runs: [
      { script: "node_modules/@nestjs/cli/bin/nest.js", arguments: ["build"] },
      { script: "dist/openapi.js", arguments: [] },
    ],
    document: "nest.json",
  },
  // It asks for typia 12, whose transformers work through ts-patch.
  nestia: {
    name: "@nestia/sdk",
    install: [
      "npm install @nestjs/{common,core,platform-express}@11 @nestia/{core,sdk}@11 typia@12 typescript@5.9 ts-patch",
      "npm install ts-node reflect-metadata rxjs @types/node; npx ts-patch install",
    ],
    generate: generateNestiaApi,
    runs: [{ script: "node_modules/@nestia/sdk/lib/executable/sdk.js", arguments: ["swagger"] }],
    document: "nestia.json",
  },
} as const satisfies Readonly<Record<string, Peer>>;
