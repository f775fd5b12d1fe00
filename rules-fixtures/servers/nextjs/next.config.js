/** @type {import("next").NextConfig} */
export default {
  typescript: { ignoreBuildErrors: true },
  // `node_modules` may be a link to anywhere.
  turbopack: { root: "/" },
};
