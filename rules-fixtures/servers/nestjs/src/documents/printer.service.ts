import { execFile, execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Injectable } from "@nestjs/common";

const TOOL = fileURLToPath(new URL("../../tools/print.sh", import.meta.url));

@Injectable()
export class PrinterService {
  print(id: string): string {
    return execFileSync("sh", [TOOL, id], { encoding: "utf8" }).trim();
  }

  printLater(id: string): Promise<string> {
    return new Promise((resolve, reject) => {
      execFile("sh", [TOOL, id], (error, stdout) => {
        if (error) reject(error);
        else resolve(stdout.trim());
      });
    });
  }
}
