/** `loopguard openapi --serve`: the preview in a browser, following the files. */
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  DEFAULT_SERVER,
  forward,
  type FromPage,
  messageOf,
  serverAddress,
  type ToPage,
} from "@loopguard/openapi-preview";
import { Supervisor } from "loopguard-language-server/analysis";
import { openApiOf } from "loopguard-language-server/openapi";
import { FolderWatcher } from "loopguard-language-server/watching";
import { relativePath, targetsOf } from "./analyse-paths.js";
import { type Environment, type ExitCode, UsageError } from "./environment.js";
import type { OpenApiOptions } from "./openapi.js";
import { type Connection, type PreviewServer, startPreviewServer } from "./preview-server.js";

/** Where the page is when nothing else is asked for, so that it is found again. */
const USUAL_PORT = 4880;

/**
 * Serves the page until the person ends it.
 *
 * @throws UsageError when a path does not exist, or the port or the server's address cannot be used
 */
export async function serve(
  paths: readonly string[],
  { port, server = DEFAULT_SERVER, openapi: version }: OpenApiOptions,
  environment: Environment,
): Promise<ExitCode> {
  const { stdout, cwd } = environment;
  if (!serverAddress(server)) throw new UsageError(`"${server}" is no http or https address.`);
  const targets = targetsOf(paths, environment);
  /** The pages that are open, each with the API that it shows and what it was told last. */
  const pages = new Map<Connection, { api?: string; told?: string }>();

  const supervisor = new Supervisor({
    onStart: () => undefined,
    onProgress: () => undefined,
    onCancelled: () => undefined,
    onResult: () => {
      for (const connection of pages.keys()) void update(connection);
    },
    onCrash: (error, again) => {
      const text = `The analysis crashed${again ? " and is started again" : ""}: ${error.message}`;
      for (const connection of pages.keys()) tell(connection, { type: "message", text });
    },
  });

  async function update(connection: Connection): Promise<void> {
    const api = pages.get(connection)?.api;
    const result = await supervisor.settled();
    const description = await supervisor
      .describe(api === undefined ? undefined : fileURLToPath(api))
      .catch((error: unknown) => {
        tell(connection, { type: "message", text: `The document could not be made: ${String(error)}` });
      });
    // Something has changed since: what comes next brings another.
    if (!result || !description) return;
    const can = { open: false, configure: false };
    const placeOf = ({ uri, range }: { uri: string; range: { start: { line: number } } }): string =>
      `${relativePath(fileURLToPath(uri), cwd)}:${String(range.start.line + 1)}`;
    tell(connection, messageOf(openApiOf(result, description, version, uriOf), { server, can, placeOf }));
  }

  function tell(connection: Connection, message: ToPage): void {
    const page = pages.get(connection);
    const text = JSON.stringify(message);
    if (!page || page.told === text) return;
    page.told = text;
    connection.send(message);
  }

  async function receive(message: FromPage, connection: Connection): Promise<void> {
    switch (message.type) {
      case "ready":
      case "choose":
        pages.set(connection, message.api === undefined ? {} : { api: message.api });
        await update(connection);
        break;
      case "send": {
        const answer = await forward(message.request, { server, setBy: "the option --server" });
        connection.send({ type: "answer", id: message.id, answer });
        break;
      }
      case "open":
      case "configure":
        // What only an editor can do is not offered.
        break;
    }
  }

  const watcher = new FolderWatcher((changed) => {
    supervisor.change([], changed);
  });
  const running = await listen(port, {
    onMessage: receive,
    onClose: (connection) => pages.delete(connection),
  });
  try {
    supervisor.open(targets);
    await watcher.watch(
      targets.map((target) => (environment.host.directoryExists(target) ? target : path.dirname(target))),
    );
    stdout.write(`The preview is at ${running.url}\nRequests that are tried out go to ${server}. Ctrl-C ends it.\n`);
    await environment.untilInterrupted();
    return 0;
  } finally {
    await Promise.all([running.close(), watcher.close(), supervisor.dispose()]);
  }
}

async function listen(
  wanted: number | undefined,
  events: Parameters<typeof startPreviewServer>[1],
): Promise<PreviewServer> {
  try {
    return await startPreviewServer(wanted ?? USUAL_PORT, events);
  } catch (error) {
    if (wanted === undefined) return startPreviewServer(0, events);
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`The preview cannot listen on port ${String(wanted)}: ${reason}.`);
  }
}

function uriOf(file: string): string {
  return pathToFileURL(file).href;
}
