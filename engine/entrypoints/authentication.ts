/** Authentication and sessions: strategies' verify callbacks, stores, callbacks of complete solutions. */
import type { Framework } from "./framework.js";

export const passport: Framework = {
  name: "Passport",
  page: {
    homepage: "https://www.passportjs.org",
    description:
      "Strategies, and what turns users into sessions and back.",
    examples: ["authentication/passport.ts"],
  },
  modules: ["passport", "koa-passport", "@fastify/passport"],
  types: {
    Authenticator: {
      origins: ["default", "new Passport", "new Authenticator"],
      declaredAs: ["passport#Authenticator", "passport#PassportStatic", "koa-passport#KoaPassport"],
    },
  },
  registrations: [
    {
      on: ["Authenticator"],
      members: ["serializeUser", "deserializeUser", "transformAuthInfo"],
      effect: "entry",
      kind: "middleware",
      label: "passport {member}",
    },
    { members: ["serializeUser", "deserializeUser"], effect: "entry", kind: "middleware", label: "passport {member}" },
  ],
  heritage: [
    { types: ["Strategy"], members: ["authenticate"], effect: "entry", kind: "middleware", label: "passport strategy" },
  ],
};

export const passportStrategies: Framework = {
  name: "Passport strategies",
  partOf: "Passport",
  modules: [
    ...[
      "local", "jwt", "http", "http-bearer", "custom", "oauth2", "google-oauth20", "github", "github2", "gitlab2",
      "facebook",
    ],
    ...[
      "twitter", "discord", "apple", "saml", "openidconnect", "ldapauth", "azure-ad", "magic-link", "headerapikey",
      "totp",
    ],
  ]
    .map((name) => `passport-${name}`)
    .concat("@node-saml/passport-saml", "@passport-js/passport-twitter", "openid-client/passport"),
  registrations: [
    {
      members: [
        "new default", "new Strategy", "new BasicStrategy", "new DigestStrategy", "new BearerStrategy",
        "new OIDCStrategy", "new HeaderAPIKeyStrategy",
      ],
      effect: "entry",
      kind: "middleware",
      label: "passport verify",
    },
  ],
};

export const sessions: Framework = {
  name: "session stores",
  modules: ["express-session", "koa-session", "@fastify/session"],
  registrations: [
    {
      members: ["default"],
      handlers: ["genid", "store.*"].map((property) => ({ at: 0, property })),
      effect: "entry",
      kind: "middleware",
      label: "session {property}",
    },
  ],
  heritage: [
    {
      types: ["Store", "MemoryStore", "SessionStore", "stores"],
      members: ["get", "set", "destroy", "touch", "all", "length", "clear"],
      effect: "entry",
      kind: "middleware",
      label: "session store",
    },
  ],
};

export const betterAuth: Framework = {
  name: "Better Auth",
  modules: ["better-auth", "better-auth/api", "better-auth/plugins"],
  registrations: [
    {
      members: ["betterAuth"],
      handlers: [{ at: 0, property: "*" }],
      effect: "entry",
      kind: "hook",
      label: "Better Auth {property}",
    },
    { members: ["createAuthMiddleware"], effect: "entry", kind: "middleware", label: "Better Auth middleware" },
    {
      members: ["createAuthEndpoint"],
      handlers: [{ at: -1 }],
      effect: "entry",
      kind: "http",
      label: "Better Auth {0}",
    },
  ],
};

export const authJs: Framework = {
  name: "Auth.js",
  modules: [
    "next-auth", "@auth/core", "@auth/express", "@auth/sveltekit", "next-auth/providers/credentials", "next-auth/next",
    "@auth/core/providers/credentials", "@auth/express/providers/credentials",
  ],
  registrations: [
    {
      members: ["default", "NextAuth", "Auth", "ExpressAuth", "SvelteKitAuth", "CredentialsProvider", "Credentials"],
      handlers: ["callbacks.*", "events.*", "jwt.*", "logger.*", "authorize"].map((property) => ({ at: 0, property })),
      effect: "entry",
      kind: "hook",
      label: "Auth.js {property}",
    },
  ],
};

export const oauth2Server: Framework = {
  name: "OAuth 2 server",
  modules: ["@node-oauth/oauth2-server", "oauth2-server", "@node-oauth/express-oauth-server"],
  registrations: [
    {
      members: ["new default", "new OAuth2Server"],
      handlers: [{ at: 0, property: "model.*" }],
      effect: "entry",
      kind: "callback",
      label: "OAuth {property}",
    },
  ],
};
