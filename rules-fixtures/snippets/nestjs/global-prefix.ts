import { readFileSync } from "node:fs";
import { Controller, Get, Module, Version, VersioningType } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";

@Controller({ path: "legal", version: "1" })
class LegalController {
  @Get("terms")
  terms(): string {
    return readFileSync("terms.html", "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /api/v1/legal/terms → terms → fs.readFileSync
  }

  @Get("terms")
  @Version("2")
  newTerms(): string {
    return readFileSync("new-terms.html", "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /api/v2/legal/terms → newTerms → fs.readFileSync
  }
}

@Module({ controllers: [LegalController] })
class AppModule {}

async function bootstrap(): Promise<void> {
  const app = await NestFactory.create(AppModule);
  app.setGlobalPrefix("api");
  app.enableVersioning({ type: VersioningType.URI });
  await app.listen(3000);
}

void bootstrap();
