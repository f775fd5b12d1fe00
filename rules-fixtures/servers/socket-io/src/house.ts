import { existsSync, readFileSync } from "node:fs";

interface House {
  readonly name: string;
  readonly commission: number;
}

function readHouse(): House {
  const file = new URL("../data/house.json", import.meta.url);
  if (!existsSync(file)) throw new Error("data/house.json is missing");
  return JSON.parse(readFileSync(file, "utf8")) as House;
}

export const house = readHouse();
