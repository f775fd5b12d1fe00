const { statSync } = require("fs");
const { createServer } = require("http");

createServer((request, response) => {
  // eslint-disable-next-line
  response.end(String(statSync("/dev/shm/state").size));
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ suppressed: without a reason
});
