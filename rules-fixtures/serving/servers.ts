/** Every server under `servers/`, and the one place where it is said what it takes to prove them. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { measureServer, type ServerMeasurement } from "./measure.js";
import { namedEntryPoints } from "./named.js";
import { readServerFixture, type ServerFixture } from "./requests.js";
import { type ServerVerdicts, verdictsOf } from "./verdicts.js";

const SERVERS = path.resolve(import.meta.dirname, "../../servers");

export interface Proof extends ServerVerdicts {
  readonly measured: ServerMeasurement;
}

/** In alphabetical order. */
export function serverFixtures(): ServerFixture[] {
  return readdirSync(SERVERS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readServerFixture(path.join(SERVERS, name)))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Runs a server, measures each of its entry points, and compares with what the engine names. */
export async function prove(server: ServerFixture): Promise<Proof> {
  const measured = await measureServer(server);
  return { measured, ...verdictsOf(measured, namedEntryPoints(server.directory)) };
}
