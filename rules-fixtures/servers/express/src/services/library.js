const fs = require("node:fs");
const path = require("node:path");

const inData = (name) => path.join(__dirname, "../../data", name);

let suppliers;

module.exports = {
  async allBooks() {
    return JSON.parse(await fs.promises.readFile(inData("books.json"), "utf8"));
  },

  terms() {
    return fs.readFileSync(inData("terms.txt"), "utf8");
  },

  termsLater(callback) {
    fs.readFile(inData("terms.txt"), "utf8", callback);
  },

  /** Read for the first who asks, and kept. */
  suppliers() {
    if (!suppliers) suppliers = JSON.parse(fs.readFileSync(inData("suppliers.json"), "utf8"));
    return suppliers;
  },
};
