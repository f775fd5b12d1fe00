import "reflect-metadata";
import { NestFactory } from "@nestjs/core";
import type { NextFunction, Request, Response } from "express";
import { AppModule } from "./app.module.js";
import { AllExceptionsFilter } from "./common/all-exceptions.filter.js";

async function bootstrap(): Promise<void> {
  const app = await NestFactory.create(AppModule, { logger: ["error"] });
  app.setGlobalPrefix("api");
  app.useGlobalFilters(new AllExceptionsFilter());
  app.use((_request: Request, response: Response, next: NextFunction) => {
    response.setHeader("x-clinic", "north");
    next();
  });
  await app.listen(Number(process.env.PORT ?? 3000), "localhost");
  console.log(`Clinic on ${await app.getUrl()}`);
}

void bootstrap();
