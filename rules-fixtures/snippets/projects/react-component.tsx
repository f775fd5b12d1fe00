// @filename: tsconfig.json
{ "compilerOptions": { "module": "nodenext", "jsx": "react-jsx" }, "include": ["*.tsx"] }
// @filename: page.tsx
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

function renderPage(): string {
  const Page = () => <main title="terms">{readFileSync("terms.txt", "utf8")}</main>;
//                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → renderPage → Page → fs.readFileSync
  return String(Page());
}

createServer((_request, response) => {
  response.end(renderPage());
});
