import { readFileSync } from "node:fs";
import { BadRequestException, ValidationPipe } from "@nestjs/common";
import { Transform } from "class-transformer";
import { ValidateIf, ValidatorConstraint, type ValidatorConstraintInterface } from "class-validator";

@ValidatorConstraint()
export class IsFreeName implements ValidatorConstraintInterface {
  validate(name: string): boolean {
    return !readFileSync("names.txt", "utf8").includes(name);
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: validator IsFreeName → validate → fs.readFileSync
  }
}

export class SignUp {
  @Transform(({ value }) => `${String(value)}${readFileSync("suffix.txt", "utf8")}`)
//                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: Transform of a property → fs.readFileSync
  @ValidateIf(() => readFileSync("rules.json").length > 0)
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: validation condition → fs.readFileSync
  name = "";
}

export const pipe = new ValidationPipe({
  exceptionFactory: () => new BadRequestException(readFileSync("sorry.txt", "utf8")),
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: validation error → exceptionFactory → fs.readFileSync
});
