import type { NextRequest } from "next/server";
import { load } from "../../../../lib/store";

interface Context {
  readonly params: Promise<{ id: string }>;
}

export async function GET(_request: NextRequest, { params }: Context) {
  const { id } = await params;
  return Response.json(load(id));
}

export async function DELETE(_request: NextRequest, { params }: Context) {
  const { id } = await params;
  return Response.json({ error: `${id} is not for sale` }, { status: 403 });
}
