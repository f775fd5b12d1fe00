import { readFileSync } from "node:fs";
import { feathers } from "@feathersjs/feathers";

const app = feathers();

app.use("users", {
  async get(id: string) {
    return readFileSync(`users/${id}`);
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: service users get → get → fs.readFileSync
  },
});

app.service("users").hooks({
  before: {
    all: [async () => void readFileSync("limits.json")],
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: hook before.all → fs.readFileSync
  },
});
