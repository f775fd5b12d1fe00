import {
  applyDecorators,
  type ArgumentsHost,
  Body,
  type CanActivate,
  Catch,
  Controller,
  type ExceptionFilter,
  type ExecutionContext,
  Get,
  HttpException,
  Module,
  NotFoundException,
  Param,
  ParseIntPipe,
  Post,
  UnauthorizedException,
  UseFilters,
  UseGuards,
  ValidationPipe,
} from "@nestjs/common";
import { APP_GUARD, NestFactory } from "@nestjs/core";
import { AuthGuard } from "@nestjs/passport";
import { ThrottlerGuard } from "@nestjs/throttler";
import { IsEmail } from "class-validator";
class JwtGuard extends AuthGuard("jwt") {}
class KeyGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<{ headers: Record<string, string> }>();
    if (request.headers["x-api-key"] === undefined) throw new UnauthorizedException();
    return request.headers["x-api-key"] === "k";
  }
}
const Keyed = () => applyDecorators(UseGuards(KeyGuard));
@Catch(HttpException)
class Envelope implements ExceptionFilter {
  catch(error: HttpException, host: ArgumentsHost) {
    const response = host.switchToHttp().getResponse();
    response.status(error.getStatus()).json({ envelope: error.message });
  }
}
class NewUser {
  @IsEmail() email!: string;
}
@Controller("nest")
export class NestController {
  @Get("open") open(): { ok: boolean } {
    return { ok: true };
  }
  @Get("jwt") @UseGuards(JwtGuard) jwt(): { ok: boolean } {
    return { ok: true };
  }
  @Get("keyed") @Keyed() keyed(): { ok: boolean } {
    return { ok: true };
  }
  @Post("users") @UseFilters(Envelope) create(@Body() user: NewUser): NewUser {
    if (user.email === "") throw new NotFoundException();
    return user;
  }
  @Get("users/:id") one(@Param("id", ParseIntPipe) id: number): { id: number } {
    return { id };
  }
}
// Classes have the decorators of those that they extend, and inherited methods those of the heir.
@UseGuards(KeyGuard)
abstract class Guarded {
  @Get() list(): string[] {
    return [];
  }
}
@Controller("nest/heirs")
export class Heir extends Guarded {
  @Post() add(): { ok: boolean } {
    return { ok: true };
  }
}
@UseGuards(JwtGuard)
@Controller("nest/others")
export class OtherHeir extends Guarded {}
@Module({ controllers: [NestController], providers: [{ provide: APP_GUARD, useClass: ThrottlerGuard }] })
class AppModule {}
const app = await NestFactory.create(AppModule);
app.useGlobalPipes(new ValidationPipe());
await app.listen(3000);
