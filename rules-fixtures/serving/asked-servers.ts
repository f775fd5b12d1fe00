/** Which fixture servers a command is about: those that are named, or all. */
import { parseArgs } from "node:util";
import { isRedisInstalled } from "./redis.js";
import { serverFixtures } from "./servers.js";

type ServerFixture = ReturnType<typeof serverFixtures>[number];

/**
 * Reads the command line. Says on the standard error what is left out, because what it needs is not installed.
 *
 * @param command as it is called, `npm run servers`
 * @param what it does, and when it exits with 1
 * @returns undefined when the command line asked for help or was wrong: all is said then, and the exit code is set
 */
export function askedServers(command: string, what: string): readonly ServerFixture[] | undefined {
  const { values, positionals } = parseArgs({
    options: { help: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const servers = serverFixtures();
  const names = servers.map(({ name }) => name);
  const unknown = positionals.filter((name) => !names.includes(name));
  if (values.help || unknown.length > 0) {
    console.log(`Usage: ${command} -- [NAME…]\n\n  NAME  only these servers: ${names.join(", ")}\n\n${what}`);
    process.exitCode = values.help ? 0 : 2;
    return undefined;
  }
  return servers
    .filter(({ name }) => positionals.length === 0 || positionals.includes(name))
    .filter(({ name, needsRedis }) => {
      const isLeftOut = needsRedis === true && !isRedisInstalled();
      if (isLeftOut) console.error(`${name}: left out, as there is no Redis here`);
      return !isLeftOut;
    });
}
