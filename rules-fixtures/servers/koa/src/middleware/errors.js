/** Middleware made by a function, as its options may one day matter. */
export function errors({ expose = true } = {}) {
  return async function handleErrors(ctx, next) {
    try {
      await next();
    } catch (error) {
      ctx.status = error.status ?? 500;
      ctx.body = { error: expose ? error.message : "internal" };
      ctx.app.emit("error", error, ctx);
    }
  };
}
