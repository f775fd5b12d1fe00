const fs = require("fs");
const http = require("http");
const once = require("lodash.once");
const { memoize } = require("lodash");

const getLayout = once(() => fs.readFileSync("layout.html", "utf8"));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ once
const getPage = memoize((name) => fs.readFileSync(name, "utf8"));
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ once

http.createServer((request, response) => response.end(getLayout() + getPage("home.html")));
