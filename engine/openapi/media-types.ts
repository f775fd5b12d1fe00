/** Media types as code names them: in full, by a file's extension, or by its name. */

const BY_EXTENSION: Readonly<Record<string, string>> = {
  json: "application/json",
  html: "text/html",
  htm: "text/html",
  txt: "text/plain",
  text: "text/plain",
  csv: "text/csv",
  xml: "application/xml",
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  svg: "image/svg+xml",
  webp: "image/webp",
  css: "text/css",
  js: "text/javascript",
  zip: "application/zip",
  bin: "application/octet-stream",
  md: "text/markdown",
};

/** Without parameters: `text/html; charset=utf-8` is `text/html`. */
export function mediaTypeOf(text: string): string {
  const [type = ""] = text.split(";");
  const name = type.trim().toLowerCase();
  return name.includes("/") ? name : (BY_EXTENSION[name.replace(/^.*\./u, "")] ?? "application/octet-stream");
}
