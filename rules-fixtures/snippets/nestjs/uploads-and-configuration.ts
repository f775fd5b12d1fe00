import { readFileSync } from "node:fs";
import { Controller, Post, UseInterceptors } from "@nestjs/common";
import { FileInterceptor } from "@nestjs/platform-express";

@Controller("files")
export class FilesController {
  @Post()
  @UseInterceptors(
    FileInterceptor("file", {
      fileFilter: (_request, file, accept) => {
        accept(null, readFileSync("types.txt", "utf8").includes(file.mimetype));
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: upload filter → fileFilter → fs.readFileSync
      },
    }),
  )
  upload(): void {}
}
