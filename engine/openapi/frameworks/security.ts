/** Libraries that let requests through by what they carry: which security scheme of OpenAPI each stands for. */
import type { SecurityScheme } from "../document.js";
import type { SecurityShape } from "../conventions.js";

export const securitySchemes: Readonly<Record<string, SecurityScheme>> = {
  bearer: { type: "http", scheme: "bearer" },
  basic: { type: "http", scheme: "basic" },
  session: { type: "apiKey", in: "cookie", name: "connect.sid" },
};

/** By the names that passport's strategies give themselves; one that signs in is no scheme. */
const strategies: Readonly<Record<string, string | null>> = {
  jwt: "bearer",
  bearer: "bearer",
  "oauth-bearer": "bearer",
  basic: "basic",
  digest: "basic",
  session: "session",
  local: null,
};

const passport = { scheme: { at: "0", names: strategies, otherwise: "bearer" }, status: 401 } as const;
const bearer = { scheme: "bearer", status: 401 } as const;
const basic = { scheme: "basic", status: 401 } as const;
const session = { scheme: "session" } as const;

export const securityShapes: readonly SecurityShape[] = [
  ...["passport#default.authenticate()", "passport#authenticate()", "koa-passport#default.authenticate()"].map(
    (at) => ({
      at,
      ...passport,
    }),
  ),
  { at: "@nestjs/passport#AuthGuard()", ...passport },
  { at: "@nestjs/swagger#ApiBearerAuth()", ...bearer },
  { at: "@nestjs/swagger#ApiBasicAuth()", ...basic },
  // The schemes are described in a configuration that nobody but tsoa reads.
  ...["tsoa#Security()", "@tsoa/runtime#Security()"].map((at) => ({
    at,
    scheme: { at: "0", names: { ...strategies, bearerAuth: "bearer" }, otherwise: null },
    status: 401,
  })),
  { at: "routing-controllers#Authorized()", scheme: { at: "0", names: {}, otherwise: null }, status: 401 },
  { at: "express-jwt#expressjwt()", ...bearer },
  { at: "express-jwt#default()", ...bearer },
  { at: "express-oauth2-jwt-bearer#auth()", ...bearer },
  { at: "koa-jwt#default()", ...bearer },
  { at: "hono/jwt#jwt()", ...bearer },
  { at: "hono/jwk#jwk()", ...bearer },
  { at: "hono/bearer-auth#bearerAuth()", ...bearer },
  { at: "request.jwtVerify()", ...bearer },
  { at: "express-basic-auth#default()", ...basic },
  { at: "koa-basic-auth#default()", ...basic },
  { at: "hono/basic-auth#basicAuth()", ...basic },
  { at: "basic-auth#default()", scheme: "basic" },
  { at: "request.isAuthenticated()", ...session },
  { at: "request.session.user", ...session },
  { at: "request.session.userId", ...session },
  { at: "context.session.user", ...session },
];

/** Headers and cookies that stand for who asks, where requests without them are turned away. */
export const credentials = {
  header:
    /^(?:x-)?(?:api-?key|access-token|auth(?:entication|orization)?-token|auth-key|token)$|^x-[a-z-]*-(?:key|token)$/iu,
  cookie: /^(?:connect\.)?(?:s?id|sess(?:ion)?(?:_?id)?|token|access_?token|auth(?:_?token)?|jwt)$/iu,
};
