/** Where the plugin says what it does and what that costs: `DEBUG=loopguard`. */
import createDebug from "debug";

export const log: (sentence: string) => void = createDebug("loopguard");
