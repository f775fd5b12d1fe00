/**
 * The same API as `generateApi` makes, as people write it for generators of NestJS's documents: classes for
 * `@nestjs/swagger`, interfaces and typed routes for nestia.
 */
import { modelOf, PROBLEM } from "./generated-api.js";

const CONTROLLER_OPERATIONS = 5;

/** @param operations five in each file, with types of its own */
export function generateNestApi(operations: number): ReadonlyMap<string, string> {
  return new Map([
    ...shared(operations, "module"),
    ["nest-cli.json", NEST_CLI],
    ["src/problem.dto.ts", PROBLEM_CLASS],
    ["src/openapi.ts", WRITES_DOCUMENT],
    ...namesOf(operations).map((name) => [`src/${fileOf(name)}.dto.ts`, classes(name)] as const),
    ...namesOf(operations).map((name) => [`src/${fileOf(name)}.controller.ts`, controller(name)] as const),
  ]);
}

/** @param operations five in each file, with types of its own */
export function generateNestiaApi(operations: number): ReadonlyMap<string, string> {
  return new Map([
    ...shared(operations, "commonjs"),
    ["nestia.config.ts", NESTIA_CONFIG],
    ["src/problem.ts", PROBLEM],
    ...namesOf(operations).map((name) => [`src/${fileOf(name)}.controller.ts`, typedController(name)] as const),
  ]);
}

function namesOf(operations: number): string[] {
  return Array.from({ length: Math.ceil(operations / CONTROLLER_OPERATIONS) }, (_, index) => `Thing${String(index)}`);
}

function fileOf(name: string): string {
  return name.toLowerCase();
}

function shared(operations: number, type: "module" | "commonjs"): [string, string][] {
  const names = namesOf(operations);
  return [
    ["package.json", `${JSON.stringify({ name: "generated-api", version: "1.0.0", private: true, type })}\n`],
    ["tsconfig.json", TSCONFIG],
    [
      "src/app.module.ts",
      `import { Module } from "@nestjs/common";
${names.map((name) => `import { ${name}Controller } from "./${fileOf(name)}.controller.js";`).join("\n")}

@Module({ controllers: [${names.map((name) => `${name}Controller`).join(", ")}] })
export class AppModule {}
`,
    ],
  ];
}

const TSCONFIG = `${JSON.stringify({
  compilerOptions: {
    target: "ES2022",
    module: "Node16",
    moduleResolution: "Node16",
    rootDir: "src",
    outDir: "dist",
    strict: true,
    skipLibCheck: true,
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
    strictPropertyInitialization: false,
    types: ["node"],
    plugins: ["typia", "@nestia/core", "@nestia/sdk"].map((name) => ({ transform: `${name}/lib/transform` })),
  },
  include: ["src"],
})}\n`;

const NEST_CLI = `${JSON.stringify({
  sourceRoot: "src",
  compilerOptions: { plugins: [{ name: "@nestjs/swagger", options: { introspectComments: true } }] },
})}\n`;

const WRITES_DOCUMENT = `import "reflect-metadata";
import { writeFileSync } from "node:fs";
import { NestFactory } from "@nestjs/core";
import { DocumentBuilder, SwaggerModule } from "@nestjs/swagger";
import { AppModule } from "./app.module.js";

const app = await NestFactory.create(AppModule, { logger: false });
const document = SwaggerModule.createDocument(app, new DocumentBuilder().setTitle("Things").build());
writeFileSync("nest.json", JSON.stringify(document, null, 2));
await app.close();
`;

const NESTIA_CONFIG = `import type { INestiaConfig } from "@nestia/sdk";

export default {
  input: ["src/**/*.controller.ts"],
  swagger: { openapi: "3.1", output: "nestia.json", beautify: true },
} satisfies INestiaConfig;
`;

const PROBLEM_CLASS = `/** What is wrong with a request. */
export class Problem {
  code: "unknown" | "invalid" | "known";
  reason: string;
  fields?: Record<string, string>;
}
`;

function classes(name: string): string {
  return `import { OmitType, PartialType, PickType } from "@nestjs/swagger";

export class ${name}Sizes {
  width: number;
  height: number;
  depth?: number;
}
export class ${name}Size extends PickType(${name}Sizes, ["width", "height"] as const) {}

/** One of ${name}. */
export class ${name} {
  id: string;
  /** As people call it. */
  name: string;
  kind: "small" | "large";
  tags: string[];
  parent: ${name} | null;
  sizes: ${name}Size;
  made: Date;
}
export class ${name}Page {
  items: ${name}[];
  next?: string;
}
export class New${name} extends OmitType(${name}, ["id", "made"] as const) {}
export class Changed${name} extends PartialType(New${name}) {}
`;
}

function controller(name: string): string {
  return `import { Body, Controller, Delete, Get, Param, Post, Put, Query } from "@nestjs/common";
import { ApiConflictResponse, ApiNotFoundResponse } from "@nestjs/swagger";
import { Problem } from "./problem.dto.js";
import { Changed${name}, New${name}, ${name}, ${name}Page } from "./${fileOf(name)}.dto.js";

@Controller("${fileOf(name)}s")
export class ${name}Controller {
  /** All of them, page by page. */
  @Get()
  async list(@Query("after") after?: string, @Query("limit") limit: number = 20): Promise<${name}Page> {
    return { items: [], next: after };
  }
  @Get(":id")
  @ApiNotFoundResponse({ description: "There is none", type: Problem })
  async one(@Param("id") id: string): Promise<${name}> {
    throw new Error(id);
  }
  @Post()
  @ApiConflictResponse({ description: "There is one", type: Problem })
  async add(@Body() thing: New${name}): Promise<${name}> {
    return { ...thing, id: "1", made: new Date() };
  }
  @Put(":id")
  async change(@Param("id") id: string, @Body() thing: Changed${name}): Promise<${name}> {
    throw new Error(id + String(thing.name));
  }
  @Delete(":id")
  async remove(@Param("id") id: string): Promise<void> {
    void id;
  }
}
`;
}

function typedController(name: string): string {
  return `import core from "@nestia/core";
import { Controller } from "@nestjs/common";
import type { Page, Problem } from "./problem.js";

${modelOf(name)}export interface ${name}Query {
  after?: string;
  limit?: number;
}

@Controller("${fileOf(name)}s")
export class ${name}Controller {
  /** All of them, page by page. */
  @core.TypedRoute.Get()
  async list(@core.TypedQuery() query: ${name}Query): Promise<Page<${name}>> {
    return { items: [], next: query.after };
  }
  @core.TypedRoute.Get(":id")
  @core.TypedException<Problem>(404, "There is none")
  async one(@core.TypedParam("id") id: string): Promise<${name}> {
    throw new Error(id);
  }
  @core.TypedRoute.Post()
  @core.TypedException<Problem>(409, "There is one")
  async add(@core.TypedBody() thing: New${name}): Promise<${name}> {
    return { ...thing, id: "1", made: new Date() };
  }
  @core.TypedRoute.Put(":id")
  async change(@core.TypedParam("id") id: string, @core.TypedBody() thing: Partial<New${name}>): Promise<${name}> {
    throw new Error(id + String(thing.name));
  }
  @core.TypedRoute.Delete(":id")
  async remove(@core.TypedParam("id") id: string): Promise<void> {
    void id;
  }
}
`;
}
