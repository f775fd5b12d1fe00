/** A real Redis of its own for each server that needs one, kept in memory. */
import { spawn, spawnSync } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";

const PROGRAM = "redis-server";

export interface Redis {
  /** What a client connects to: the path of a socket. */
  readonly address: string;
  stop(): void;
}

/** Not every machine has one. */
export function isRedisInstalled(): boolean {
  return spawnSync(PROGRAM, ["--version"]).status === 0;
}

/**
 * @param directory where its socket and nothing else is put
 * @returns when it answers
 * @throws with what it said, when it ends before that
 */
export async function startRedis(directory: string): Promise<Redis> {
  const address = path.join(directory, "redis.sock");
  const withoutFilesAndPorts = ["--save", "", "--appendonly", "no", "--port", "0", "--unixsocket", address];
  const child = spawn(PROGRAM, withoutFilesAndPorts, { cwd: directory, stdio: ["ignore", "pipe", "inherit"] });
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (!/ready to accept connections/i.test(line)) continue;
    child.stdout.resume();
    return {
      address,
      stop() {
        child.kill("SIGKILL");
      },
    };
  }
  throw new Error(`${PROGRAM} ended:\n${lines.join("\n")}`);
}
