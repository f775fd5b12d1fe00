// @valid
const { readFileSync } = require("fs");
const http = require("http");

let layout;
let terms;

function primeLayout() {
  layout = readFileSync("layout.html", "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ once
  return layout;
}

function getLayout() {
  if (!layout) return primeLayout();
  return layout;
}

const primeTerms = () => {
  terms = readFileSync("terms.html", "utf8");
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ once
  return terms;
};

function getTerms() {
  if (terms !== undefined) return terms;
  return primeTerms();
}

http.createServer((request, response) => response.end(getLayout() + getTerms()));
