// @valid
// @only: untyped because the package is not installed here
import { readFileSync } from "node:fs";
import { ConfigModule, registerAs } from "@nestjs/config";

export const keys = registerAs("keys", () => ({ key: readFileSync("key.pem", "utf8") }));
//                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup

export const configuration = ConfigModule.forRoot({
  load: [keys, () => ({ text: readFileSync("text.yaml", "utf8") })],
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
});
