import { readFileSync } from "node:fs";

export const handler = awslambda.streamifyResponse(async (event, stream) => {
  stream.write(readFileSync(String(event)));
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: Lambda function → fs.readFileSync
  stream.end();
});
