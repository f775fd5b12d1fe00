#!/usr/bin/env node
/** The `loopguard-language-server` program: speaks the protocol over standard streams, IPC or a socket. */
import { Console } from "node:console";
import { readFileSync } from "node:fs";
import {
  createConnection,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { startLanguageServer } from "./language-server.js";

const USAGE = `Usage: loopguard-language-server --stdio | --node-ipc | --socket=PORT

Shows what blocks the Node.js event loop in any editor that speaks the Language Server Protocol.

  --stdio        over standard input and output
  --node-ipc     over Node's channel to its parent process
  --socket=PORT  connects to a port of this machine
  --version      prints the version
`;

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  version: string;
};
const options = process.argv.slice(2);

if (options.includes("--version")) {
  console.log(version);
} else {
  const transport = transportOf(options);
  if (transport) {
    serve(...transport);
  } else {
    console.log(USAGE);
    process.exitCode = options.includes("--help") ? 0 : 2;
  }
}

function serve(reader: MessageReader, writer: MessageWriter): void {
  // The editor keeps what it has been told; a person finds the reason in the log.
  process.on("unhandledRejection", (error) => {
    console.error(error);
  });
  endWith(reader);
  startLanguageServer(createConnection(ProposedFeatures.all, reader, writer), version);
}

/** @returns undefined when the options name none */
function transportOf(options: readonly string[]): [MessageReader, MessageWriter] | undefined {
  const port = options.map((option) => /^--socket=(\d+)$/u.exec(option)?.[1]).find((found) => found !== undefined);
  if (port !== undefined) return createServerSocketTransport(Number(port));
  if (options.includes("--node-ipc")) return [new IPCMessageReader(process), new IPCMessageWriter(process)];
  if (!options.includes("--stdio")) return undefined;
  // Standard output is the client's.
  globalThis.console = new Console(process.stderr);
  return [new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout)];
}

/** Ends the process when nothing can come from the client any more, so that the client may start another. */
function endWith(reader: MessageReader): void {
  reader.onClose(() => process.exit(1));
  reader.onError((error) => {
    console.error(error);
    // After a message that is not JSON comes the next one. After a header that cannot be read, nobody knows where.
    if (!(error instanceof SyntaxError)) process.exit(1);
  });
}
