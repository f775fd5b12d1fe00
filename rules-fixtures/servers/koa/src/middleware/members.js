import { hashCard } from "../services/cards.js";

/** Only members get any further. */
export async function members(ctx, next) {
  const card = ctx.get("x-card");
  if (!card) ctx.throw(404, "nothing here");
  ctx.state.member = hashCard(card).slice(0, 8);
  await next();
}
