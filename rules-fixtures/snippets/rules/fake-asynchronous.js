const { createServer } = require("http");
const jwt = require("jsonwebtoken");

createServer((request, response) => {
  jwt.sign({ user: "ada" }, "key", { algorithm: "RS256" }, (error, token) => {
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-cpu definite: HTTP request → jsonwebtoken.sign
    response.end(token);
  });
});
