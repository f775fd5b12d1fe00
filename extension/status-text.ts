/** What the language status item says in each state of the server. */
import type { TypeScriptInUse } from "loopguard-language-server/protocol";
import type { Status } from "./server.js";
import { count, duration } from "./wording.js";

export interface StatusText {
  readonly text: string;
  readonly detail?: string;
  readonly isBusy: boolean;
  readonly severity: "information" | "warning" | "error";
  /** What a person would do next. */
  readonly command: { readonly title: string; readonly command: string };
}

export function statusText(status: Status): StatusText {
  const { state, message } = status;
  switch (state) {
    case "starting":
      return { text: "Starting", isBusy: true, severity: "information", command: showLog };
    case "stopped":
      return { text: "Stopped", ...detailed(message), isBusy: false, severity: "error", command: restart };
    case "loading":
      return { text: "Reading the project", isBusy: true, severity: "information", command: showLog };
    case "restarting":
      return { text: "Restarting", ...detailed(message), isBusy: true, severity: "warning", command: showLog };
    case "failed":
      return { text: "Stopped", ...detailed(message), isBusy: false, severity: "error", command: scan };
    case "analysing":
    case "ready":
      return { ...results(status), isBusy: state === "analysing" };
  }
}

const showLog = { title: "Show Log", command: "loopguard.showLog" };
const restart = { title: "Restart", command: "loopguard.restart" };
const scan = { title: "Scan", command: "loopguard.scan" };
const routes = { title: "Routes", command: "loopguard.searchRoutes" };
const details = { title: "Details", command: "loopguard.collectDebugInformation" };

function results({
  counts,
  times,
  typescript,
}: Extract<Status, { readonly counts: unknown }>): Omit<StatusText, "isBusy"> {
  const { findings, files, problems } = counts;
  const text = findings === 0 ? "No blocking calls" : count(findings, "blocking call");
  const read = `${count(files, "file")}${times.load === undefined ? "" : ` in ${duration(times.load)}`}`;
  const updated = times.update === undefined ? "" : `, last change in ${duration(times.update)}`;
  const detail = `${read}${updated}${chosen(typescript)}`;
  if (problems === 0) return { text, detail, severity: "information", command: routes };
  const unread = `${count(problems, "problem")} while reading`;
  return { text, detail: `${detail}, ${unread}`, severity: "warning", command: details };
}

/** That the workspace's own TypeScript reads it, or why it does not although it was asked for. */
function chosen(typescript: TypeScriptInUse | undefined): string {
  if (typescript?.problem !== undefined) return `. ${typescript.problem}`;
  return typescript?.path === undefined ? "" : `, by the workspace's TypeScript ${typescript.version}`;
}

/** An explanation, where there is one. */
function detailed(message: string | undefined): { readonly detail?: string } {
  return message === undefined ? {} : { detail: message };
}
