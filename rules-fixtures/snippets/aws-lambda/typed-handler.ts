import { readFileSync } from "node:fs";
import type { APIGatewayProxyEventV2, APIGatewayProxyHandler, Handler } from "aws-lambda";

export const handler: APIGatewayProxyHandler = async (event) => {
  return { statusCode: 200, body: readFileSync(`pages/${event.path}`, "utf8") };
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: Lambda function handler → handler → fs.readFileSync
};

export const warm: Handler<unknown, string> = async () => readFileSync("cache.json", "utf8");
//                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: Lambda function warm → warm → fs.readFileSync

export async function page({ rawPath }: APIGatewayProxyEventV2): Promise<string> {
  return readFileSync(`pages${rawPath}`, "utf8");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: Lambda function page → page → fs.readFileSync
}

// Nobody says that it is a handler.
export function render(path: string): string {
  return readFileSync(path, "utf8");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown
}
