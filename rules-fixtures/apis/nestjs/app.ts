import {
  Body,
  Controller,
  DefaultValuePipe,
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
  Sse,
  StreamableFile,
  UploadedFile,
  UseGuards,
  UseInterceptors,
  type MessageEvent,
} from "@nestjs/common";
import { FileInterceptor } from "@nestjs/platform-express";
import {
  ApiBearerAuth,
  ApiExcludeEndpoint,
  ApiHeader,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiResponse,
} from "@nestjs/swagger";
import { type Observable, of } from "rxjs";
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

class Report {
  title!: string;
}
@ApiBearerAuth()
@Controller("reports")
export class ReportsController {
  @Get() @ApiOperation({ operationId: "allReports" }) list(
    @Query("page", new DefaultValuePipe(1), ParseIntPipe) page: number,
  ): Observable<Report[]> {
    return of([]);
  }
  @Get(":id")
  @ApiOkResponse({ type: Report })
  @ApiNotFoundResponse({ description: "No such report" })
  @ApiResponse({ status: HttpStatus.GONE, type: [Report] })
  @ApiHeader({ name: "x-tenant", required: false })
  one(@Param("id") id: string) {
    return JSON.parse(id);
  }
  @Get(":id/file") file(): StreamableFile {
    return new StreamableFile(Buffer.from(""));
  }
  @Sse("changes") changes(): Observable<MessageEvent> {
    return of({ data: "x" });
  }
  @Post(":id/cover") @UseInterceptors(FileInterceptor("cover")) cover(@UploadedFile() file: unknown): void {}
  @ApiExcludeEndpoint() @Get("hidden") hidden() {}
}
