import { NextRequest, NextResponse } from "next/server";
import { z } from "zod";
const Patch = z.object({ name: z.string() });
interface User {
  id: string;
  name: string;
}
export async function GET(request: NextRequest, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const q = request.nextUrl.searchParams.get("q");
  const user = await load(id);
  if (!user) return NextResponse.json({ error: "none" }, { status: 404 });
  return NextResponse.json(user);
}
export const PATCH = async (request: Request) => {
  const parsed = Patch.safeParse(await request.json());
  if (!parsed.success) return Response.json({ issues: parsed.error.issues.length }, { status: 400 });
  return new Response(null, { status: 204 });
};
async function load(id: string): Promise<User | null> {
  return null;
}
