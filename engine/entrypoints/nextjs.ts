/** Next.js: route handlers, API routes, server functions and components, by the place of their files. */
import { chained } from "./chaining.js";
import type { FileRoute, Framework } from "./framework.js";
import { httpMethods } from "./http-methods.js";

const appRoute: FileRoute = { below: "app" };
const pagesRoute: FileRoute = { below: "pages" };

export const nextjs: Framework = {
  name: "Next.js",
  page: {
    homepage: "https://nextjs.org",
    description:
      'Handlers are found by the place of their files and by the directive `"use server"`. What may as well run when the application is built, such as a page, is only probable; what certainly does is silent, and so are components of `"use client"` files, which are the browser\'s.',
    examples: ["nextjs/route-handler.ts", "nextjs/server-action.ts", "nextjs/page-with-server-side-props.tsx", "nextjs/middleware.ts"],
  },
  modules: ["next"],
  files: [
    {
      files: ["app/**/route"],
      exports: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"],
      effect: "entry",
      kind: "http",
      method: "{METHOD}",
      route: appRoute,
    },
    { files: ["pages/api/**/*"], exports: ["default"], effect: "entry", kind: "http", method: "ALL", route: pagesRoute },
    { files: ["pages/**/*"], exports: ["getServerSideProps"], effect: "entry", kind: "http", method: "GET", route: pagesRoute },
    // Called by `getInitialProps` of a document or an application as well, for every page.
    { files: ["pages/**/*"], exports: ["default.getInitialProps"], effect: "entry", kind: "http", label: "GET {route}", route: pagesRoute, isLikely: true },
    { files: ["pages/**/_app", "pages/**/_document", "pages/**/_error"], exports: ["default"], effect: "entry", kind: "http", label: "GET {route}", route: pagesRoute, isLikely: true },
    // Pages without anything that depends on the request are rendered when the application is built.
    { files: ["app/**/page"], exports: ["default"], effect: "entry", kind: "http", method: "GET", route: appRoute, isLikely: true },
    {
      files: ["app/**/page", "app/**/layout", "app/**/template", "app/**/default", "app/**/not-found", "app/**/loading"],
      exports: ["default", "generateMetadata", "generateViewport"],
      effect: "entry",
      kind: "http",
      label: "GET {route}",
      route: appRoute,
      isLikely: true,
    },
    {
      files: ["app/**/sitemap", "app/**/robots", "app/**/manifest", "app/**/opengraph-image", "app/**/twitter-image", "app/**/icon", "app/**/apple-icon"],
      exports: ["default"],
      effect: "entry",
      kind: "http",
      label: "metadata file of {route}",
      route: appRoute,
      isLikely: true,
    },
    { files: ["pages/**/*"], exports: ["default"], effect: "entry", kind: "http", method: "GET", route: pagesRoute, isLikely: true },
    {
      files: ["middleware", "proxy"],
      exports: ["default", "middleware", "proxy"],
      effect: "entry",
      kind: "middleware",
      label: "middleware",
      beside: ["app", "pages"],
    },
    // At build time.
    { files: ["app/**/*"], exports: ["generateStaticParams", "generateSitemaps", "generateImageMetadata"], effect: "ignored" },
    { files: ["pages/**/*"], exports: ["getStaticProps", "getStaticPaths"], effect: "ignored" },
    { files: ["instrumentation"], exports: ["register"], effect: "startup", beside: ["app", "pages"] },
    { files: ["instrumentation"], exports: ["onRequestError"], effect: "entry", kind: "hook", label: "error hook", beside: ["app", "pages"] },
  ],
  directives: [
    { directive: "use server", effect: "entry", kind: "rpc", label: "server action {name}" },
    // Rendered once on the server, for the first page, with nothing that is not quick enough for a browser.
    { directive: "use client", effect: "offload" },
  ],
};

/** Routers inside API routes and route handlers. */
export const nextConnect: Framework = {
  name: "next-connect",
  partOf: "Next.js",
  modules: ["next-connect"],
  types: {
    Router: {
      origins: ["createRouter()", "createEdgeRouter()", "default()", ...chained("Router", [...httpMethods, "all", "use", "clone"])],
      declaredAs: ["next-connect#NodeRouter", "next-connect#EdgeRouter"],
    },
  },
  registrations: [
    { on: ["Router"], members: ["use"], effect: "entry", kind: "middleware", label: "middleware" },
    { on: ["Router"], members: [...httpMethods, "all"], effect: "entry", kind: "http", label: "{METHOD} handler" },
    {
      on: ["Router"],
      members: ["handler"],
      handlers: [{ at: 0, property: "onError" }, { at: 0, property: "onNoMatch" }],
      effect: "entry",
      kind: "hook",
      label: "{property} hook",
    },
    {
      members: ["default", "createRouter"],
      handlers: [{ at: 0, property: "onError" }, { at: 0, property: "onNoMatch" }],
      effect: "entry",
      kind: "hook",
      label: "{property} hook",
    },
  ],
};

/** What handlers hand to the server, to be called later. */
export const nextjsServer: Framework = {
  name: "Next.js server functions",
  partOf: "Next.js",
  modules: ["next/server"],
  registrations: [{ members: ["after", "unstable_after"], effect: "continuation", kind: "callback" }],
};
