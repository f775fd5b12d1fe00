import { readFileSync } from "node:fs";
import { type CanActivate, Injectable } from "@nestjs/common";

@Injectable()
export class MaintenanceGuard implements CanActivate {
  canActivate(): boolean {
    return readFileSync("maintenance.txt", "utf8") !== "on";
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: guard MaintenanceGuard → canActivate → fs.readFileSync
  }
}
