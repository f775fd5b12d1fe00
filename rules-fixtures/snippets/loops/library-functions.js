const Koa = require("koa");
const Router = require("@koa/router");
const _ = require("lodash");

const app = new Koa();
const router = new Router();

router.post("/orders", (ctx) => {
  const { users, orders } = ctx.request.body;
  ctx.body = users.map((user) => _.find(orders, { user: user.id }));
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-blocking-loop probable: POST /orders → _.find in a loop
});

router.post("/groups", (ctx) => {
  const { users, orders } = ctx.request.body;
  ctx.body = _.map(users, (user) => _.filter(orders, (order) => order.user === user.id));
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-blocking-loop probable: POST /groups → _.filter in a loop
});

router.get("/squares", (ctx) => {
  ctx.body = _.times(5_000_000, (number) => number * number).length;
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-blocking-loop probable: GET /squares → loop of a million rounds or more
});

router.post("/history", (ctx) => {
  const { state, steps } = ctx.request.body;
  ctx.body = steps.map((step) => Object.assign(structuredClone(state), step));
//                                             ^^^^^^^^^^^^^^^^^^^^^^ no-blocking-loop probable: POST /history → structuredClone in a loop
});

router.post("/by-user", (ctx) => {
  const { users, orders } = ctx.request.body;
  const byUser = _.keyBy(orders, "user");
  ctx.body = _.map(users, (user) => byUser[user.id]);
});

router.get("/few", (ctx) => {
  ctx.body = _.times(5, (number) => number * number);
});

router.post("/own", (ctx) => {
  ctx.body = ctx.request.body.ids.filter((id) => ctx.state.blocked.includes(id));
});

app.use(router.routes());
