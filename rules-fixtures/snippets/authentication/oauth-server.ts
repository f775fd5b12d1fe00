import { readFileSync } from "node:fs";
import OAuth2Server from "@node-oauth/oauth2-server";

const model = {
  async getAccessToken(token: string) {
    return JSON.parse(readFileSync(`tokens/${token}.json`, "utf8"));
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: OAuth getAccessToken → getAccessToken → fs.readFileSync
  },
};

export const oauth = new OAuth2Server({ model, allowBearerTokensInQueryString: true });
