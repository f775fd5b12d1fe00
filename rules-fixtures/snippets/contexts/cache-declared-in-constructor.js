// @valid
const { readFileSync } = require("fs");
const http = require("http");

class Templates {
  constructor() {
    this.layout = null;
  }

  getLayout() {
    if (this.layout === null) this.layout = readFileSync("layout.html", "utf8");
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ once
    return this.layout;
  }
}

const templates = new Templates();

http.createServer((request, response) => response.end(templates.getLayout()));
