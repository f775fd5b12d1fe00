const { readFile } = require("node:fs/promises");
const path = require("node:path");

class Rates {
  current = {};

  start(every) {
    setInterval(() => void this.refresh(), every).unref();
  }

  async refresh() {
    this.current = JSON.parse(await readFile(path.join(__dirname, "../../data/rates.json"), "utf8"));
    console.log("rates refreshed");
  }
}

const rates = new Rates();

module.exports = { rates, start: (every) => rates.start(every) };
