const { appendFileSync } = require("fs");
const connectToBroker = require("./broker-of-another-team");

connectToBroker().on("message", (text) => {
  appendFileSync("messages.log", text);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: "message" listener → fs.appendFileSync
});
