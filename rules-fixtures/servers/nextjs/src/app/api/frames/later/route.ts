import { frameLater } from "../../../../lib/frames";

export async function GET(request: Request) {
  return new Response(await frameLater(new URL(request.url).searchParams.get("title") ?? ""));
}
