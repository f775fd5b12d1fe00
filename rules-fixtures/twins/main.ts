/** `npm run fixes:twins`: writes down what becomes of every row that names a twin, to be read before it is committed. */
import { writeFileSync } from "node:fs";
import { TWINS_FILE, twinsText } from "./twins-file.js";
import { twinTable } from "./twin-table.js";

writeFileSync(TWINS_FILE, twinsText(twinTable()));
