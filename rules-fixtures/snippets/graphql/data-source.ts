import { readFileSync } from "node:fs";
import { RESTDataSource } from "@apollo/datasource-rest";

export class Books extends RESTDataSource {
  override willSendRequest(_path: string, request: { headers: Record<string, string> }) {
    request.headers["authorization"] = readFileSync("token", "utf8");
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: data source Books → willSendRequest → fs.readFileSync
  }
}
