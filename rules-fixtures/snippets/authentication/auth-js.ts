import { readFileSync } from "node:fs";
import { betterAuth } from "better-auth";
import NextAuth from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";

export const auth = betterAuth({
  emailAndPassword: {
    enabled: true,
    sendResetPassword: async () => {
      readFileSync("mail.html");
//    ^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: Better Auth emailAndPassword.sendResetPassword → sendResetPassword → fs.readFileSync
    },
  },
  secret: readFileSync("secret", "utf8"),
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
});

export default NextAuth({
  providers: [CredentialsProvider({ authorize: async ({ name }) => JSON.parse(readFileSync(`${name}.json`, "utf8")) })],
//                                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: Auth.js authorize → authorize → fs.readFileSync
  callbacks: {
    async session({ session }) {
      readFileSync("roles.json");
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: Auth.js session → session → fs.readFileSync
      return session;
    },
  },
});
