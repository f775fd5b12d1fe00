import { readFileSync } from "node:fs";
import { PrismaClient } from "@prisma/client";

const client = new PrismaClient();

client.$use(async (parameters, next) => {
  readFileSync("audit.json");
//^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: Prisma middleware → fs.readFileSync
  return next(parameters);
});

export const extended = client.$extends({
  query: {
    user: {
      async findMany({ args, query }) {
        readFileSync("limits.json");
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: Prisma user.findMany → findMany → fs.readFileSync
        return query(args);
      },
    },
  },
});
