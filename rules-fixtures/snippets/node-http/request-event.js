const fs = require("fs");
const https = require("https");

const server = https.createServer({
  cert: fs.readFileSync("cert.pem"),
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
});

server.on("request", (request, response) => {
  response.end(fs.readFileSync("index.html"));
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
});
