import type { IncomingMessage, ServerResponse } from "node:http";

/** @returns whether it was asked for one */
export function answerReports(req: IncomingMessage, res: ServerResponse, { pathname }: URL): boolean {
  switch (pathname) {
    case "/reports/daily":
    case "/reports/weekly":
      res.setHeader("Content-Type", "application/json");
      res.end(JSON.stringify({ made: new Date(), for: req.headers.from ?? null }));
      return true;
    case "/reports/old":
      res.statusCode = 301;
      res.setHeader("Location", "/reports/daily");
      res.end();
      return true;
    default:
      return false;
  }
}
