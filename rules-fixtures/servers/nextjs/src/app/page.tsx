import { load, type Painting } from "../lib/store";

export const dynamic = "force-dynamic";

export default function Home() {
  const painting = load<Painting>("1");
  return <h1>Painting of the day: {painting.title}</h1>;
}
