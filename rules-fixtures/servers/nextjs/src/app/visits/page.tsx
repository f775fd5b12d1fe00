import { loadLater } from "../../lib/store";

export const dynamic = "force-dynamic";

export default async function Visits() {
  const { visits } = await loadLater<{ visits: number }>("visits");
  return <p>Visits: {visits}</p>;
}
