/** Every server under `servers/`, and the one place where it is said what it takes to prove them. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { undocumentedAnswers } from "./documented-answers.js";
import { measureBuilt, type ServerMeasurement } from "./measure.js";
import { analyseServer, namedEntryPoints } from "./named.js";
import { readServerFixture, type ServerFixture } from "./requests.js";
import { whileBuilt, whileRunning } from "./running.js";
import { namedFor, type ServerVerdicts, verdictsOf } from "./verdicts.js";

const SERVERS = path.resolve(import.meta.dirname, "../../servers");

export interface Proof extends ServerVerdicts {
  readonly measured: ServerMeasurement;
  /** What the server's OpenAPI document does not say of its answers; of those that have a build of their own. */
  readonly undocumented?: readonly string[];
}

/** In alphabetical order. */
export function serverFixtures(): ServerFixture[] {
  return readdirSync(SERVERS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readServerFixture(path.join(SERVERS, name)))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Proves servers in their order, two at a time: while one is asked, the next is built and started. A machine so busy
 * changes nothing, as waiting for a processor does not count.
 *
 * @returns a function that waits for a server's proof, and throws when the server does not answer as it should
 */
export function proofsOf(servers: readonly ServerFixture[]): (server: ServerFixture) => Promise<Proof> {
  const begun = new Map<ServerFixture, Promise<Proof>>();
  const begin = (server: ServerFixture): Promise<Proof> => {
    const proof = begun.get(server) ?? prove(server);
    begun.set(server, proof);
    return proof;
  };
  return async (server) => {
    const proof = begin(server);
    const next = servers[servers.indexOf(server) + 1];
    // Whoever asks for it is told what went wrong with it.
    if (next !== undefined) begin(next).catch(() => undefined);
    return await proof;
  };
}

/** Runs a server, measures each of its entry points, and compares with what the engine names. */
async function prove(server: ServerFixture): Promise<Proof> {
  return await whileBuilt(server, server.directory, async (start) => {
    const analysed = analyseServer(server.directory);
    const named = namedEntryPoints(server.directory, analysed);
    const measured = await measureBuilt(server, start, {
      isExpected: (request) => namedFor(request, named).length > 0,
    });
    const undocumented =
      server.build &&
      (await whileRunning(
        await start({}),
        async ({ address }) => await undocumentedAnswers(server, address, analysed),
      ));
    return {
      measured,
      ...verdictsOf(measured, named),
      ...(undocumented && { undocumented }),
    };
  });
}
