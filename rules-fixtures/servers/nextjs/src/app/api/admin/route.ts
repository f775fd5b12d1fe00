export const dynamic = "force-dynamic";

export function GET() {
  return Response.json({ license: process.env.LICENSE?.trim() });
}
