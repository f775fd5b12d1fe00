// @filename: app/users/page.tsx
import { readFileSync } from "node:fs";
import Link from "next/link";

async function UserList() {
  return <ul>{readFileSync("users.txt", "utf8")}</ul>;
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: GET /users → Page → UserList → fs.readFileSync
}

export default function Page() {
  return (
    <main>
      <Link href="/">Home</Link>
      <UserList />
    </main>
  );
}

export async function generateMetadata() {
  return { title: readFileSync("title.txt", "utf8") };
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: GET /users → generateMetadata → fs.readFileSync
}

export function generateStaticParams() {
  return JSON.parse(readFileSync("users.json", "utf8"));
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ script
}
