import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  HttpException,
  HttpStatus,
  Injectable,
  NotFoundException,
  Param,
  ParseIntPipe,
  Post,
  Query,
  Redirect,
  Req,
  Res,
  UseGuards,
} from "@nestjs/common";
import { IsEmail, IsInt, IsOptional, Min } from "class-validator";
import type { Response } from "express";
export class CreateUser {
  @IsEmail() email!: string;
  @IsInt() @Min(18) age!: number;
  @IsOptional() nick?: string;
}
export interface User {
  id: number;
  email: string;
  role: "admin" | "user";
  createdAt: Date;
  manager: User | null;
}
export class ListQuery {
  page?: number;
  sort?: "asc" | "desc";
}
@Injectable()
export class UsersService {
  find(id: number): User {
    if (id > 9) throw new NotFoundException("no user");
    return null as never;
  }
}
@Controller("users")
export class UsersController {
  constructor(private readonly users: UsersService) {}
  /** Lists users. */
  @Get() async list(@Query() query: ListQuery, @Headers("x-tenant") tenant: string): Promise<User[]> {
    return [];
  }
  @Get(":id") one(@Param("id", ParseIntPipe) id: number): User {
    return this.users.find(id);
  }
  @Post() create(@Body() body: CreateUser): Promise<User> {
    throw new HttpException("x", HttpStatus.CONFLICT);
  }
  @Delete(":id") @HttpCode(204) async remove(@Param("id") id: string, @Query("force") force?: string): Promise<void> {}
  @Get("old/:id") @Redirect("https://x", 301) old() {}
  @Get("raw/:id") raw(@Param("id") id: string, @Res() res: Response) {
    res.status(202).json({ ok: true });
  }
}
