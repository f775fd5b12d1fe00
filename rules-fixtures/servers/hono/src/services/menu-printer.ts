import * as childProcess from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const execFile = promisify(childProcess.execFile);
const TOOL = fileURLToPath(new URL("../../tools/menu.sh", import.meta.url));

export class MenuPrinter {
  print(day: string): string {
    return childProcess.execFileSync("sh", [TOOL, day], { encoding: "utf8" });
  }

  async printLater(day: string): Promise<string> {
    const { stdout } = await execFile("sh", [TOOL, day]);
    return stdout;
  }
}
