import { spawnSync } from "node:child_process";

class AuditTrail {
  entries = 0;

  add(message) {
    spawnSync("sh", ["-c", "sleep 0.15", message]);
    this.entries++;
  }
}

export const auditTrail = new AuditTrail();
