import type { GetServerSideProps } from "next";
import { load } from "../lib/store";

interface Props {
  readonly opening: string;
}

export const getServerSideProps: GetServerSideProps<Props> = async () => ({ props: load<Props>("catalogue") });

export default function Catalogue({ opening }: Props) {
  return <p>Open {opening}</p>;
}
