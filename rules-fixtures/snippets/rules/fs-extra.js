const fse = require("fs-extra");
const { createServer } = require("http");

createServer((request, response) => {
  fse.ensureDirSync("uploads");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs-extra.ensureDirSync
  response.end(fse.readFileSync("uploads/index.html"));
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
});
