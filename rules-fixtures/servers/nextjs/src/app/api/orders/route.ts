import { after } from "next/server";
import { announce } from "../../../lib/frames";

export async function POST() {
  after(() => {
    announce("order");
  });
  return Response.json({ ordered: true }, { status: 201 });
}
