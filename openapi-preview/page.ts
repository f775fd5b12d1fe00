/** The preview's page: nothing on it is loaded from elsewhere, and nothing of the workspace is part of it. */

export interface PageOptions {
  /** The origin of the page's own files, as a content security policy names it. */
  readonly source: string;
  /** The address of one of them. */
  readonly addressOf: (file: string) => string;
  /** The page's script, bundled, is allowed to run by this; without it, the script is modules of the page's own origin. */
  readonly nonce?: string;
}

export function previewPage({ nonce, source, addressOf }: PageOptions): string {
  const policy = [
    "default-src 'none'",
    `script-src ${nonce === undefined ? source : `'nonce-${nonce}'`}`,
    // What Redoc makes of its theme are style elements.
    `style-src ${source} 'unsafe-inline'`,
    `img-src ${source} data:`,
    `font-src ${source}`,
    `connect-src ${nonce === undefined ? source : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const allowed = nonce === undefined ? "" : ` nonce="${nonce}"`;
  const script =
    nonce === undefined ? `type="module" src="${addressOf("page/page.js")}"` : `src="${addressOf("page.js")}"`;
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>OpenAPI</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${addressOf("swagger-ui.css")}" />
    <link rel="stylesheet" href="${addressOf("preview.css")}" />
  </head>
  <body data-redoc="${addressOf("redoc.standalone.js")}">
    <header id="bar" hidden>
      <label id="api">API <select></select></label>
      <div id="views" role="group" aria-label="View">
        <button type="button" value="swagger" aria-pressed="true">Swagger UI</button>
        <button type="button" value="redoc" aria-pressed="false">Redoc</button>
      </div>
      <p id="server">Requests go to <code></code> <button type="button">Change…</button></p>
    </header>
    <p id="live" role="status"></p>
    <section id="message" aria-live="polite">Reading the routes…</section>
    <div id="shown">
      <div id="swagger"></div>
      <div id="redoc" role="main" hidden></div>
    </div>
    <script${allowed} src="${addressOf("swagger-ui-bundle.js")}"></script>
    <script${allowed} ${script}></script>
  </body>
</html>
`;
}
