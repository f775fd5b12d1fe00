import { existsSync } from "node:fs";
import { BadRequestException, type PipeTransform } from "@nestjs/common";

export class UploadPipe implements PipeTransform<string> {
  transform(name: string): string {
    if (!existsSync(`uploads/${name}`)) throw new BadRequestException();
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: pipe UploadPipe → transform → fs.existsSync
    return name;
  }
}
