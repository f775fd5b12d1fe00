import { NextResponse } from "next/server";
import { watermark } from "../../../lib/marks";
import { loadLater, type Painting } from "../../../lib/store";

export const dynamic = "force-dynamic";

export async function GET() {
  return NextResponse.json(await loadLater<Painting[]>("paintings"));
}

export async function POST(request: Request) {
  const { title } = (await request.json()) as { title: string };
  return NextResponse.json({ title, mark: watermark(title) }, { status: 201 });
}
