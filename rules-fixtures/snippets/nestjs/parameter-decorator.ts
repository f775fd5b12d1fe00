import { readFileSync } from "node:fs";
import { createParamDecorator, type ExecutionContext } from "@nestjs/common";

export const License = createParamDecorator((_data: unknown, context: ExecutionContext) => {
  return context.getType() + readFileSync("LICENSE", "utf8");
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: parameter decorator → fs.readFileSync
});
