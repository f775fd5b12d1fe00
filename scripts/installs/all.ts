/** `npm run test:install`: every package manager with every version of TypeScript. */
import { describeInstalls, typescriptVersions } from "./installs.js";
import { managers } from "./managers.js";

describeInstalls(managers.flatMap(({ name }) => typescriptVersions.map((typescript) => [name, typescript] as const)));
