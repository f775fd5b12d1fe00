#!/usr/bin/env node
/** The `loopguard-language-server` program: speaks the protocol over standard streams, IPC or a socket. */
import { readFileSync } from "node:fs";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
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
} else if (options.some((option) => /^--(?:stdio|node-ipc|socket(?:=\d+)?)$/u.test(option))) {
  // The editor keeps what it has been told; a person finds the reason in the log.
  process.on("unhandledRejection", (error) => {
    console.error(error);
  });
  startLanguageServer(createConnection(ProposedFeatures.all), version);
} else {
  console.log(USAGE);
  process.exitCode = options.includes("--help") ? 0 : 2;
}
