import { frame } from "../../../lib/frames";

const withTitle =
  (handle: (title: string) => string | Promise<string>) =>
  async (request: Request): Promise<Response> =>
    new Response(await handle(new URL(request.url).searchParams.get("title") ?? ""));

export const GET = withTitle((title) => frame(title));
