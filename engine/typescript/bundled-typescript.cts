/** The compiler that comes with the engine, loaded as the CommonJS module that it is: imported, all of it is read twice. */
import ts = require("typescript");

export = ts;
