import {
  Body,
  Controller,
  Delete,
  Deprecated,
  Get,
  Header,
  Hidden,
  Path,
  Post,
  Queries,
  Query,
  Res,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
  type TsoaResponse,
  UploadedFile,
} from "tsoa";
export interface User {
  id: number;
  email: string;
}
interface Problem {
  reason: string;
}
interface Paging {
  page?: number;
  size?: number;
}
@Route("users")
@Tags("People")
@Response<Problem>(500, "Something is broken")
export class UsersController extends Controller {
  /** All of them. */
  @Get()
  public async list(@Queries() paging: Paging, @Header("x-tenant") tenant?: string): Promise<User[]> {
    return [];
  }
  @Get("{id}")
  public one(
    @Path() id: number,
    @Res() notFound: TsoaResponse<404, Problem>,
    @Query() full: boolean = false,
  ): User | undefined {
    if (id < 1) return notFound(404, { reason: "none" });
    return this.find(id);
  }
  @Post()
  @SuccessResponse("201", "Added")
  @Response<Problem>("409", "Known")
  @Security("jwt", ["admin"])
  public async add(@Body() user: Omit<User, "id">): Promise<User> {
    return { ...user, id: 1 };
  }
  @Post("{id}/picture")
  public picture(@Path() id: number, @UploadedFile() picture: unknown): { stored: boolean } {
    this.setStatus(202);
    return { stored: true };
  }
  @Delete("{id}")
  @Deprecated()
  public async remove(@Path("id") user: number): Promise<void> {}
  @Get("secret")
  @Hidden()
  public secret(): string {
    return "none";
  }
  private find(id: number): User | undefined {
    return undefined;
  }
}
