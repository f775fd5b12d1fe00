import { readFileSync } from "node:fs";
import { Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";

@Module({})
class AppModule {}

async function bootstrap(): Promise<void> {
  const httpsOptions = { cert: readFileSync("cert.pem"), key: readFileSync("key.pem") };
//                             ^^^^^^^^^^^^^^^^^^^^^^^^ startup
//                                                            ^^^^^^^^^^^^^^^^^^^^^^^ startup
  const app = await NestFactory.create(AppModule, { httpsOptions });
  await app.listen(3000);
}

void bootstrap();
