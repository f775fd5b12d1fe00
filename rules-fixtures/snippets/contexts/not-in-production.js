const { readFileSync } = require("fs");
const { createServer } = require("http");

const isDevelopment = process.env.NODE_ENV !== "production";
let template = readFileSync("page.html", "utf8");
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup

createServer((request, response) => {
  if (isDevelopment) template = readFileSync("page.html", "utf8");
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ script
  response.end(template);
});
