// @filename: pages/api/users.js
import { readFileSync } from "node:fs";
import { createRouter } from "next-connect";

const router = createRouter();

router.use((_request, _response, next) => {
  readFileSync("session.json");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: middleware → fs.readFileSync
  return next();
});

router.get((_request, response) => response.send(readFileSync("users.json", "utf8")));
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET handler → fs.readFileSync

export default router.handler({ onError: (error, _request, response) => response.send(readFileSync("error.html")) });
//                                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: onError hook → onError → fs.readFileSync
