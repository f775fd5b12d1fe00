/** An API of any size as source files: tsoa's controllers, which other generators of documents read as well. */

const CONTROLLER_OPERATIONS = 5;

/** @param operations five in each file, with types of its own */
export function generateApi(operations: number): ReadonlyMap<string, string> {
  const numbers = Array.from({ length: Math.ceil(operations / CONTROLLER_OPERATIONS) }, (_, index) => index);
  return new Map([
    ["package.json", `${JSON.stringify({ name: "generated-api", version: "1.0.0", private: true })}\n`],
    ["tsconfig.json", TSCONFIG],
    ["tsoa.json", TSOA],
    ["src/problem.ts", PROBLEM],
    ["src/app.ts", `${numbers.map((number) => `import "./things${String(number)}.js";`).join("\n")}\n`],
    ...numbers.map((number) => [`src/things${String(number)}.ts`, controller(number)] as const),
  ]);
}

const TSCONFIG = `${JSON.stringify({
  compilerOptions: {
    target: "ES2022",
    module: "NodeNext",
    moduleResolution: "NodeNext",
    strict: true,
    skipLibCheck: true,
    experimentalDecorators: true,
  },
  include: ["src"],
})}\n`;

const TSOA = `${JSON.stringify({
  entryFile: "src/app.ts",
  noImplicitAdditionalProperties: "throw-on-extras",
  controllerPathGlobs: ["src/things*.ts"],
  spec: { outputDirectory: "build", specVersion: 3 },
})}\n`;

/** What all files of the API share, as interfaces. */
export const PROBLEM = `/** What is wrong with a request. */
export interface Problem {
  code: "unknown" | "invalid" | "known";
  reason: string;
  fields?: Record<string, string>;
}
export interface Page<T> {
  items: T[];
  next?: string;
}
`;

/** The types of one resource, as interfaces. */
export function modelOf(name: string): string {
  return `/** One of ${name}. */
export interface ${name} {
  id: string;
  /** As people call it. */
  name: string;
  kind: "small" | "large";
  tags: string[];
  parent: ${name} | null;
  sizes: Pick<${name}Sizes, "width" | "height">;
  made: Date;
}
export interface ${name}Sizes {
  width: number;
  height: number;
  depth?: number;
}
export type New${name} = Omit<${name}, "id" | "made">;
`;
}

function controller(number: number): string {
  const name = `Thing${String(number)}`;
  return `import { Body, Controller, Delete, Get, Path, Post, Put, Query, Response, Route, SuccessResponse } from "tsoa";
import type { Page, Problem } from "./problem.js";

${modelOf(name)}
@Route("things${String(number)}")
export class ${name}Controller extends Controller {
  /** All of them, page by page. */
  @Get()
  public async list(@Query() after?: string, @Query() limit: number = 20): Promise<Page<${name}>> {
    return { items: [], next: after };
  }
  @Get("{id}")
  @Response<Problem>(404, "There is none")
  public async one(@Path() id: string): Promise<${name}> {
    throw new Error(id);
  }
  @Post()
  @SuccessResponse(201, "Made")
  @Response<Problem>(409, "There is one")
  public async add(@Body() thing: New${name}): Promise<${name}> {
    return { ...thing, id: "1", made: new Date() };
  }
  @Put("{id}")
  public async change(@Path() id: string, @Body() thing: Partial<New${name}>): Promise<${name}> {
    throw new Error(id + String(thing.name));
  }
  @Delete("{id}")
  public async remove(@Path() id: string): Promise<void> {
    void id;
  }
}
`;
}
