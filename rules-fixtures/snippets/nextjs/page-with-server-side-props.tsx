// @filename: pages/terms/[language].tsx
import { readFileSync } from "node:fs";
import type { GetServerSideProps, GetStaticPaths } from "next";

export const getServerSideProps: GetServerSideProps = async ({ params }) => {
  return { props: { text: readFileSync(`terms/${String(params?.language)}.md`, "utf8") } };
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms/[language] → getServerSideProps → fs.readFileSync
};

export default function Terms({ text }: { text: string }) {
  return <main>{text}</main>;
}
// @filename: pages/about.tsx
import { readFileSync } from "node:fs";

export function getStaticProps() {
  return { props: { text: readFileSync("about.md", "utf8") } };
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ script
}
