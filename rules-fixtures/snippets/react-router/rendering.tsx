// @filename: app/entry.server.tsx
import { readFileSync } from "node:fs";
import { renderToPipeableStream } from "react-dom/server";
import { ServerRouter, type EntryContext } from "react-router";

export default function handleRequest(request: Request, _status: number, _headers: Headers, context: EntryContext) {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(<ServerRouter context={context} url={request.url} />, {
      onShellReady() {
        resolve(pipe);
        readFileSync("footer.html");
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → handleRequest → onShellReady → fs.readFileSync
      },
      onShellError: reject,
    });
  });
}
// @filename: app/routes/home.tsx
import { readFileSync } from "node:fs";
import { useEffect, useMemo } from "react";

export default function Home() {
  const text = useMemo(() => readFileSync("home.md", "utf8"), []);
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: GET /home → Home → fs.readFileSync
  useEffect(() => {
    readFileSync("nowhere.md");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^ script
  });
  return <main>{text}</main>;
}
