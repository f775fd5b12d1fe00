/** What tsserver loads: it requires a function, which an ES module cannot be. */
import plugin = require("./plugin.js");

export = plugin.createPlugin;
