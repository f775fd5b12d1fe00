const connectToBroker = require("./broker-of-another-team");
const { writeFileSync } = require("fs");

const broker = connectToBroker();

broker.on("ready", () => {
  writeFileSync("ready", "");
//^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
});
broker.once("drained", () => {
  writeFileSync("drained", "");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
});
