// @valid
import { readFileSync } from "node:fs";
import { ConfigurableModuleBuilder, Module } from "@nestjs/common";

const { ConfigurableModuleClass } = new ConfigurableModuleBuilder<{ key: string }>().build();

class KeysModule extends ConfigurableModuleClass {}

@Module({
  imports: [KeysModule.registerAsync({ useFactory: async () => ({ key: readFileSync("key.pem", "utf8") }) })],
//                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
})
export class AppModule {}
