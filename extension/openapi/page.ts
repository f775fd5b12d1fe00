/** The preview's page: nothing on it is loaded from elsewhere, and nothing of the workspace is part of it. */

export interface PageOptions {
  /** Scripts without it do not run. */
  readonly nonce: string;
  /** The origin of the extension's own files, as a content security policy names it. */
  readonly source: string;
  /** The address of one of them. */
  readonly addressOf: (file: string) => string;
}

export function previewPage({ nonce, source, addressOf }: PageOptions): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${source} 'unsafe-inline'`,
    `img-src ${source} data:`,
    `font-src ${source}`,
    "connect-src 'none'",
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>OpenAPI</title>
    <link rel="stylesheet" href="${addressOf("swagger-ui.css")}" />
    <link rel="stylesheet" href="${addressOf("preview.css")}" />
  </head>
  <body>
    <p id="message" role="status">Reading the routes…</p>
    <main id="document"></main>
    <script nonce="${nonce}" src="${addressOf("swagger-ui-bundle.js")}"></script>
    <script nonce="${nonce}" src="${addressOf("page.js")}"></script>
  </body>
</html>
`;
}
