const fs = require("fs");
const http = require("http");

async function initialise(directory) {
  if (!fs.existsSync(directory)) fs.mkdirSync(directory, { recursive: true });
//     ^^^^^^^^^^^^^^^^^^^^^^^^ startup
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
  await prepareLogs(directory);
}

async function prepareLogs(directory) {
  fs.writeFileSync(`${directory}/server.log`, "");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
}

(async () => {
  await initialise("data");
  http.createServer((request, response) => response.end("hello")).listen(8080);
})();
