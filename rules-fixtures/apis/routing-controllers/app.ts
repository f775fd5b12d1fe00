import {
  Authorized,
  Body,
  createExpressServer,
  Delete,
  Get,
  HttpCode,
  JsonController,
  NotFoundError,
  OnUndefined,
  Param,
  Post,
  QueryParam,
  QueryParams,
  Redirect,
  UploadedFile,
  UseBefore,
} from "routing-controllers";
import type { NextFunction, Request, Response } from "express";
import { IsEmail, IsInt, Min } from "class-validator";
class NewUser {
  @IsEmail() email!: string;
}
class Paging {
  @IsInt() @Min(1) page!: number;
}
interface User extends NewUser {
  id: number;
}
function withKey(request: Request, response: Response, next: NextFunction): void {
  if (request.headers["x-api-key"] === undefined) response.status(401).json({ error: "no key" });
  else next();
}
@JsonController("/users")
class UsersController {
  @Get("/")
  list(@QueryParams() paging: Paging, @QueryParam("sort") sort: "asc" | "desc"): User[] {
    return [];
  }
  @Get("/:id")
  one(@Param("id") id: number, @QueryParam("full", { required: true }) full: boolean): User {
    if (id < 1) throw new NotFoundError();
    return { id, email: "a@b.c" };
  }
  @Post("/")
  @HttpCode(201)
  @UseBefore(withKey)
  add(@Body() user: NewUser): User {
    return { ...user, id: 1 };
  }
  @Post("/:id/picture")
  @Authorized()
  picture(@Param("id") id: number, @UploadedFile("picture") picture: unknown): { stored: boolean } {
    return { stored: true };
  }
  @Delete("/:id")
  @OnUndefined(204)
  remove(@Param("id") id: number): void {}
  @Get("/old/:id")
  @Redirect("/users/1", 301)
  old(@Param("id") id: number): void {}
}
createExpressServer({ routePrefix: "/api", controllers: [UsersController] }).listen(3000);
