import type { CataloguePackage } from "./row.js";
import { nodePackages } from "./node/index.js";
export const catalogue: readonly CataloguePackage[] = [...nodePackages];
