const { createServer } = require("http");

createServer((request, response) => {
  const end = Date.now() + 100;
  while (Date.now() < end);
//^^^^^^^^^^^^^^^^^^^^^^^^^ no-blocking-wait definite: HTTP request → busy-wait loop
  response.end();
});

createServer((request, response) => {
  const end = new Date().getTime() + 100;
  while (new Date().getTime() < end);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-blocking-wait definite: HTTP request → busy-wait loop
  response.end();
});
