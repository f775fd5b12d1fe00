import core from "@nestia/core";
import { Controller, NotFoundException } from "@nestjs/common";
interface Article {
  id: string;
  title: string;
}
@Controller("articles")
export class ArticlesController {
  @core.TypedRoute.Get(":id") at(@core.TypedParam("id") id: string): Article {
    if (id === "") throw new NotFoundException();
    return { id, title: "one" };
  }
  @core.TypedRoute.Post() create(@core.TypedBody() body: Omit<Article, "id">): Article {
    return { id: "1", ...body };
  }
  @core.EncryptedRoute.Put(":id") update(
    @core.TypedParam("id") id: string,
    @core.EncryptedBody() body: Omit<Article, "id">,
  ): Article {
    return { id, ...body };
  }
  @core.TypedRoute.Delete(":id")
  @core.TypedException<{ reason: string }>(409, "It is read")
  remove(@core.TypedParam("id") id: string): void {}
  /** @internal */
  @core.TypedRoute.Delete() clear(): void {}
}
